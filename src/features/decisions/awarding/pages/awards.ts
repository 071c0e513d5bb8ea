import { button, input, tag } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

export type AwardsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly counts: readonly { readonly value: string | number; readonly label: string }[]
  readonly awards: readonly {
    readonly href: string
    readonly reference: string
    readonly council: string
    readonly pounds: string
    readonly state: { readonly text: string; readonly colour: string }
    readonly note: string
  }[]
  /** Why there are none yet; '' once everybody is told. */
  readonly waits: string
  readonly reserve: string
  /** The form to offer to the next; undefined where nobody can be offered anything, or this person may not. */
  readonly offer: { readonly reference: string; readonly council: string; readonly pounds: string } | undefined
  readonly problems: readonly { readonly text: string; readonly field: string }[]
  readonly action: string
  readonly csrf: string
}

/** The awards of a round and what they leave of the money and the places. */
export const awardsPage = (model: AwardsModel): Page => ({
  title: 'Awards',
  hasErrors: model.problems.length > 0,
  breadcrumbs: model.breadcrumbs,
  main: html`${problemSummary(model.problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-xl">Awards</h1>
${model.waits !== '' && html`<p class="govuk-body">${model.waits}</p>`}
${model.waits === '' && html`${statisticsRow(model.counts)}${list(model)}${reserveOf(model)}`}`,
})

const list = ({ awards }: AwardsModel): SafeHtml =>
  awards.length === 0
    ? html`<p class="govuk-body">Nothing was awarded.</p>`
    : scrolling(
        'Awards',
        stackingTable({
          caption: 'What is offered and accepted',
          captionClasses: 'govuk-table__caption--m',
          head: [{ text: 'Council' }, { text: 'Worth', format: 'numeric' }, { text: 'State' }],
          rows: awards.map(({ href, reference, council, pounds, state, note }) => [
            {
              html: html`<a class="govuk-link" href="${href}">${council}</a><br>${reference}${note !== '' && html`<br>${note}`}`,
            },
            { text: pounds, format: 'numeric' },
            { html: tag({ text: state.text, classes: `govuk-tag--${state.colour}` }) },
          ]),
        }),
      )

const reserveOf = ({ reserve, offer, problems, action, csrf }: AwardsModel): SafeHtml => {
  const error = problems.find(({ field }) => field === 'pounds')
  return html`<h2 class="govuk-heading-m">Reserve list</h2>
<p class="govuk-body">${reserve}</p>
${
  offer !== undefined &&
  form(
    { action, csrf },
    html`${hidden('reference', offer.reference)}${input({
      id: 'pounds',
      name: 'pounds',
      label: { text: `What is ${offer.council} offered?`, classes: 'govuk-label--s' },
      hint: { text: 'In whole pounds' },
      prefix: { text: '£' },
      classes: 'govuk-input--width-10',
      inputmode: 'numeric',
      spellcheck: false,
      value: offer.pounds,
      errorMessage: error && { text: error.text },
    })}${button({ text: 'Offer the award', preventDoubleClick: true })}`,
  )
}`
}
