import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { button, input, insetText, radios, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, momentField, problemSummary } from '../../../../ui/patterns/index.ts'
import type { FieldText } from '../extending.messages.ts'

export type ExtensionsModel = {
  readonly caption: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** The deadline of the timetable, and the one that counts for everyone. */
  readonly own: string
  readonly counts: string
  readonly given: readonly {
    readonly whose: string
    readonly reference: string | undefined
    readonly from: string
    readonly to: string
    readonly why: string
    readonly notice: string
    readonly by: string
    readonly letsInLate: boolean
  }[]
  /** Why no more time can be given now, if so. */
  readonly closed: string | undefined
  readonly mayGive: boolean
  readonly errors: readonly FieldText[]
  readonly typed: {
    readonly scope: string
    readonly reference: string
    readonly kind: string
    readonly reason: string
    readonly notice: string
    readonly deadline: MomentTyped
  }
  readonly action: string
  readonly csrf: string
}

/** Every extension of a round, and giving more time. */
export function extensionsPage(model: ExtensionsModel): Page {
  const { errors, given } = model
  return {
    title: 'Extensions of the deadline',
    hasErrors: errors.length > 0,
    breadcrumbs: [...model.breadcrumbs, { text: 'Extensions' }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.caption}</span>
<h1 class="govuk-heading-l">Extensions of the deadline</h1>
${summaryList({
  rows: [
    { key: { text: 'Deadline that counts' }, value: { html: html`<strong>${model.counts}</strong>` } },
    { key: { text: 'Deadline of the timetable' }, value: { text: model.own } },
  ],
})}
${given.length === 0 ? html`<p class="govuk-body">No more time has been given.</p>` : given.map(givenCard)}
${model.mayGive && (model.closed === undefined ? giving(model) : insetText({ text: model.closed }))}`,
  }
}

const givenCard = (each: ExtensionsModel['given'][number]): SafeHtml =>
  summaryList({
    card: {
      title: { text: `${each.whose}${each.reference === undefined ? '' : ` (${each.reference})`}`, headingLevel: 2 },
    },
    rows: [
      { key: { text: 'New deadline' }, value: { text: each.to } },
      { key: { text: 'It was' }, value: { text: each.from } },
      { key: { text: 'Why' }, value: { text: each.why } },
      each.notice !== '' && { key: { text: 'Notice' }, value: { text: each.notice } },
      each.letsInLate && { key: { text: 'For' }, value: { text: 'A submission that came too late and was let in' } },
      { key: { text: 'Given by' }, value: { text: each.by } },
    ],
  })

function giving({ action, csrf, typed, errors }: ExtensionsModel): SafeHtml {
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return html`<h2 class="govuk-heading-m">Give more time</h2>
<p class="govuk-body">An extension is published with its reason as soon as it is given, and cannot be altered or taken back. You can give more later.</p>
${form(
  { action, csrf, namedByLabels: true },
  html`${radios({
    name: 'kind',
    value: typed.kind,
    fieldset: { legend: { text: 'Why is more time given?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt('kind'),
    items: [
      { value: 'service-fault', text: 'A fault of the service', hint: { text: 'Everyone gets more time' } },
      { value: 'other', text: 'Another reason' },
    ],
  })}
${radios({
  name: 'scope',
  value: typed.scope,
  fieldset: { legend: { text: 'Who gets it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt('scope'),
  items: [
    { value: 'everyone', text: 'Everyone in the round' },
    { value: 'one', text: 'One application', hint: { text: 'Its reference goes below' } },
  ],
})}
${input({
  name: 'reference',
  label: { text: 'Reference, if it is for one application', classes: 'govuk-label--s' },
  hint: { text: 'For example DD-2026-1JXF-3. The name of its authority is published with the reason' },
  value: typed.reference,
  errorMessage: errorAt('reference'),
  classes: 'govuk-input--width-20',
})}
${momentField({
  id: 'deadline',
  legend: 'New deadline',
  hint: 'UK time. For example 27 3 2027, 5pm. Somebody is in time up to the second it gives.',
  typed: typed.deadline,
  error: errorAt('deadline')?.text,
})}
${textarea({
  name: 'reason',
  label: { text: 'Reason', classes: 'govuk-label--s' },
  hint: { text: 'Published. Do not name a person, or say anything about anybody’s health' },
  value: typed.reason,
  rows: 3,
  errorMessage: errorAt('reason'),
})}
${textarea({
  name: 'notice',
  label: { text: 'What everybody is told', classes: 'govuk-label--s' },
  hint: {
    text: 'Published, and sent to those who are writing and to subscribers. Needed when everyone gets more time',
  },
  value: typed.notice,
  rows: 3,
  errorMessage: errorAt('notice'),
})}
${button({ text: 'Give and publish', preventDoubleClick: true })}`,
)}`
}
