import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, radios, textarea, warningText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  momentField,
  problemSummary,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

export type FreezeModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly counts: readonly { readonly value: string | number; readonly label: string }[]
  /** How many are proposed, and how many there are after departures. */
  readonly proposed: string
  readonly departures: readonly {
    readonly reference: string
    readonly lead: string
    readonly what: string
    readonly rule: string
    readonly reason: string
    readonly by: string
  }[]
  readonly funders: readonly string[]
  /** Opinions that were asked for and are not in. */
  readonly outstanding: readonly { readonly reference: string; readonly name: string }[]
  readonly typed: {
    readonly tell: MomentTyped
    readonly approval: string
    readonly reason: string
    readonly opinions: string
  }
  readonly shown: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Freezing the shortlist: everything that is kept for ever, and when applicants are told. */
export function freezePage(model: FreezeModel): Page {
  const { typed, errors } = model
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text
  const errorAt = (field: string) => {
    const text = errorOf(field)
    return text === undefined ? undefined : { text }
  }
  return {
    title: 'Freeze the shortlist',
    hasErrors: errors.length > 0,
    breadcrumbs: [...model.breadcrumbs, { text: 'Freeze' }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l" id="shortlist">Freeze the shortlist</h1>
${statisticsRow(model.counts)}
<p class="govuk-body">${model.proposed}</p>
${model.departures.length > 0 && departuresOf(model)}
${warningText({ text: 'A frozen shortlist stays as it is: scores, moderation and decisions can no longer be changed.', iconFallbackText: 'Warning' })}
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('shown', model.shown)}${model.outstanding.length > 0 && opinionsOf(model, errorAt('opinions'))}${momentField(
    {
      id: 'tell',
      legend: 'When are applicants told?',
      hint: 'All at once, by email and on their pages, in UK time. For example, 27 3 2026 at 9am',
      typed: typed.tell,
      error: errorOf('tell'),
    },
  )}
${radios({
  idPrefix: 'approval',
  name: 'approval',
  fieldset: { legend: { text: 'Does every funder approve it first?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: `Funders: ${model.funders.join(', ')}` },
  errorMessage: errorAt('approval'),
  value: typed.approval,
  items: [
    {
      value: 'yes',
      text: 'Yes',
      hint: { text: 'Applicants are not told before the last has approved exactly this shortlist' },
    },
    { value: 'no', text: 'No', hint: { text: 'Say why below. It is frozen with the shortlist' } },
  ],
})}
${textarea({
  id: 'reason',
  name: 'reason',
  label: { text: 'Why funders are not asked', classes: 'govuk-label--s' },
  errorMessage: errorAt('reason'),
  value: typed.reason,
  rows: 3,
})}
${button({ text: 'Freeze', preventDoubleClick: true, classes: 'govuk-button--warning' })}`,
)}`,
  }
}

const opinionsOf = ({ outstanding, typed }: FreezeModel, errorMessage: { readonly text: string } | undefined) =>
  html`<h2 class="govuk-heading-m">Opinions that are not in</h2>
<p class="govuk-body">One more opinion was asked for on these. Once the shortlist is frozen, none can be given.</p>
<ul class="govuk-list govuk-list--bullet">${outstanding.map(({ reference, name }) => html`<li>${reference}: ${name}</li>`)}</ul>
${textarea({
  id: 'opinions',
  name: 'opinions',
  label: { text: 'Why the shortlist does not wait for them', classes: 'govuk-label--s' },
  hint: { text: 'Leave this page if you wait. The reason is frozen with the shortlist' },
  errorMessage,
  value: typed.opinions,
  rows: 3,
})}`

const departuresOf = ({ departures }: FreezeModel) =>
  stackingTable({
    caption: 'Departures from what is proposed',
    captionClasses: 'govuk-table__caption--m',
    head: ['Application', 'Decision', 'Rule and reason', 'Who'].map((text) => ({ text })),
    rows: departures.map(({ reference, lead, what, rule, reason, by }) => [
      { html: html`${reference}${lead !== '' && html`<br>${lead}`}` },
      { text: what },
      { html: html`${rule}<br>${reason}` },
      { text: by },
    ]),
  })
