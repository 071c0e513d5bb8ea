import { button, checkboxes, input, tag } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, scrolling, stackingTable } from '../../../../ui/patterns/index.ts'
import type { Crumbs, Field, Standing } from './parts.ts'

export type WebhooksModel = {
  readonly fund: { readonly name: string; readonly illustrative: boolean }
  readonly breadcrumbs: Crumbs
  readonly webhooks: readonly {
    readonly address: string
    readonly href: string
    readonly events: readonly string[]
    readonly standing: Standing
  }[]
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly typed: { readonly address: string; readonly events: readonly string[] }
  readonly problems: readonly { readonly text: string; readonly field: Field }[]
  readonly action: string
  readonly csrf: string
  readonly developersHref: string
}

/** The webhooks of a fund, and setting up another. */
export const webhooksPage = (model: WebhooksModel): Page => ({
  title: 'Webhooks',
  hasErrors: model.problems.length > 0,
  breadcrumbs: model.breadcrumbs,
  wide: true,
  main: html`${problemSummary(model.problems.map(({ text, field }) => ({ text, href: `#${field}` })))}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.fund.name}</span>Webhooks</h1>
<p class="govuk-body">A webhook tells another program when something about this fund becomes public, a minute after it does. It is only sent what everybody can read. <a class="govuk-link" href="${model.developersHref}">What programs can do with it</a>.</p>
${model.webhooks.length > 0 && list(model)}
${registration(model)}`,
})

const list = ({ webhooks }: WebhooksModel): SafeHtml =>
  scrolling(
    'Webhooks of this fund',
    stackingTable({
      caption: 'Webhooks of this fund',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Address' }, { text: 'Told when' }, { text: 'Standing' }],
      rows: webhooks.map(({ address, href, events, standing }) => [
        { html: html`<a class="govuk-link app-typed" href="${href}">${address}</a>` },
        { html: html`<ul class="govuk-list">${events.map((event) => html`<li>${event}</li>`)}</ul>` },
        { html: tag({ text: standing.text, classes: `govuk-tag--${standing.colour}` }) },
      ]),
    }),
  )

function registration({ choices, typed, problems, action, csrf }: WebhooksModel): SafeHtml {
  const errorIn = (field: Field) => {
    const found = problems.find((problem) => problem.field === field)
    return found && { text: found.text }
  }
  return html`<h2 class="govuk-heading-l">Add a webhook</h2>
${form(
  { action, csrf },
  html`${input({
    id: 'address',
    name: 'address',
    label: { text: 'Address', classes: 'govuk-label--s' },
    hint: { text: 'Where messages are sent to. It begins with https' },
    type: 'url',
    spellcheck: false,
    value: typed.address,
    errorMessage: errorIn('address'),
  })}
${checkboxes({
  name: 'events',
  idPrefix: 'events',
  fieldset: { legend: { text: 'Tell it when', classes: 'govuk-fieldset__legend--s' } },
  values: typed.events,
  items: choices,
  errorMessage: errorIn('events'),
})}
${button({ text: 'Add', preventDoubleClick: true })}`,
)}`
}
