import type { WhatIfOption } from '../../../../core/reviews/index.ts'
import { switchWords } from '../../../../core/text/switch-words.ts'
import { button, input, select, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

/** The largest change that can be tried. */
export const mostPercent = 200

export type WhatIfModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly linesHref: string
  readonly action: string
  readonly drivers: readonly string[]
  readonly driver: string
  /** As it was typed. */
  readonly percent: string
  readonly problems: readonly FieldText[]
  /** For the script that works the same out while the slider moves. */
  readonly options: readonly WhatIfOption[]
  readonly switches: { readonly up: number | null; readonly down: number | null }
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly before: string
    readonly after: string
    readonly place: number
  }[]
}

/** What a change of one line does. With a script a slider does the same at once; nothing of it is kept. */
export const whatIfPage = (model: WhatIfModel): Page => ({
  title: 'What if one thing changes',
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'What if one thing changes' }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">What if one thing changes</h1>
${
  model.options.length === 0
    ? html`<p class="govuk-body">There is nothing to compare yet. <a class="govuk-link" href="${model.linesHref}">Enter the costs of business as usual</a> first.</p>`
    : triedOf(model)
}`,
})

const triedOf = (model: WhatIfModel): SafeHtml => html`
<p class="govuk-body">Choose a line and by how much it changes in every option. What you try here is not saved.</p>
<form method="get" action="${model.action}" data-what-if="${JSON.stringify(model.options)}">
${select({ id: 'line', name: 'line', label: { text: 'Line', classes: 'govuk-label--s' }, value: model.driver, items: model.drivers.map((text) => ({ value: text, text })) })}
${input({
  id: 'percent',
  name: 'percent',
  label: { text: 'Change in percent', classes: 'govuk-label--s' },
  hint: { text: `From -100, which takes it away, to ${mostPercent}` },
  classes: 'govuk-input--width-5',
  inputmode: 'decimal',
  attributes: { 'data-most': String(mostPercent) },
  value: model.percent,
  errorMessage: errorAt(model.problems, 'percent'),
  suffix: { text: '%' },
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>
<p class="govuk-body" data-what-if-switches>${switchWords(model.switches)}</p>
${scrolling(
  'The total for each option',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      { text: 'Net present social value as it stands', format: 'numeric' },
      { text: 'After the change', format: 'numeric' },
      { text: 'Place', format: 'numeric' },
    ],
    rows: model.rows.map(({ id, title, before, after, place }) => [
      { text: title },
      { text: before, format: 'numeric' },
      { text: after, format: 'numeric', attributes: { 'data-what-if-after': id } },
      { text: String(place), format: 'numeric', attributes: { 'data-what-if-place': id } },
    ]),
  }),
)}`
