import { findings } from '../../../../core/complaints/index.ts'
import { capital } from '../../../../core/text/capital.ts'
import { button, details, radios, select, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  type TimelineItem,
  timeline,
} from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'
import { findingWords, groundWords } from '../complaints.messages.ts'
import { complaintsPath } from '../complaints.paths.ts'
import type { KeptComplaint } from '../complaints.store.ts'
import { inOrder, messageForm, messages, reply, type ShownReply, whatItSays, written } from './parts.ts'

export type ManagedComplaintModel = {
  readonly round: RoundInFund
  readonly complaint: KeptComplaint
  readonly state: { readonly text: string; readonly colour: string }
  readonly standing: string
  readonly overdue: string
  /** Whether the list of complaints is for this person. */
  readonly seesList: boolean
  readonly files: SafeHtml | undefined
  readonly replies: readonly ShownReply[]
  /** Naming who looks at it; undefined for those who may not, and once it was replied to. */
  readonly naming:
    | {
        readonly action: string
        readonly again: boolean
        readonly free: readonly { readonly id: string; readonly name: string }[]
        readonly involved: readonly { readonly name: string; readonly why: string }[]
        readonly typed: { readonly person: string; readonly reason: string }
      }
    | undefined
  /** Asking and replying; only for whoever looks at it now. */
  readonly handling:
    | {
        readonly askAction: string
        readonly replyAction: string
        readonly question: string
        readonly typed: (name: string) => string
        readonly departures: readonly { readonly value: string; readonly text: string }[]
      }
    | undefined
  readonly history: readonly TimelineItem[]
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A complaint for those who deal with it. */
export const managedComplaintPage = (model: ManagedComplaintModel): Page => {
  const { round, complaint, state, overdue, errors } = model
  const list = { text: 'Complaints', href: complaintsPath(round.fund.slug, round.slug) }
  return {
    title: `Complaint ${complaint.reference}`,
    hasErrors: errors.length > 0,
    breadcrumbs: model.seesList
      ? [...decisionsCrumbs(round), list, { text: complaint.reference }]
      : [{ text: 'Your work', href: '/home' }, { text: complaint.reference }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${complaint.application}</span>Complaint ${complaint.reference}</h1>
<p class="govuk-body">${tag({ text: state.text, classes: `govuk-tag--${state.colour}` })}${overdue !== '' && html` ${tag({ text: overdue, classes: 'govuk-tag--red' })}`}</p>
<p class="govuk-body">${model.standing}</p>
${whatItSays(complaint, model.files)}
${model.naming !== undefined && namingForm(model, model.naming)}
<h2 class="govuk-heading-m">Questions and messages</h2>
${messages(complaint.messages)}
${model.handling !== undefined && messageForm({ action: model.handling.askAction, label: 'Ask a question', hint: 'The person who complained reads it', typed: model.handling.question, errors, csrf: model.csrf })}
${model.replies.map(reply)}
${complaint.review !== null && html`<h2 class="govuk-heading-m">Why a review is asked for</h2><p class="govuk-body">${written(complaint.review.words)}</p>`}
${model.handling !== undefined && replyForm(model, model.handling)}
<h2 class="govuk-heading-m">On record</h2>
${details({ summaryText: 'What happened to the application and to the complaint', html: timeline(model.history) })}`,
  }
}

function namingForm(
  { errors, csrf }: ManagedComplaintModel,
  { action, again, free, involved, typed }: NonNullable<ManagedComplaintModel['naming']>,
): SafeHtml {
  return html`<h2 class="govuk-heading-m">${again ? 'Name somebody else' : 'Name who looks at it'}</h2>
<p class="govuk-body">Somebody whom no record shows to have been involved in the application.</p>
${
  free.length === 0
    ? html`<p class="govuk-body">Everybody who holds a role on the fund was involved. Give a role to somebody who was not.</p>`
    : form(
        { action, csrf },
        html`${radios({ idPrefix: 'person', name: 'person', fieldset: { legend: { text: 'Who looks at it?', classes: 'govuk-fieldset__legend--s' } }, errorMessage: errorAt(errors, 'person'), value: typed.person, items: free.map(({ id, name }) => ({ value: id, text: name })) })}
${again && textarea({ id: 'reason', name: 'reason', label: { text: 'Why another is named', classes: 'govuk-label--s' }, rows: 2, value: typed.reason, errorMessage: errorAt(errors, 'reason') })}
${button({ text: 'Name them', classes: again ? 'govuk-button--secondary' : '', preventDoubleClick: true })}`,
      )
}
${
  involved.length > 0 &&
  details({
    summaryText: 'Who cannot be named, and why',
    html: html`<ul class="govuk-list govuk-list--bullet">${involved.map(({ name, why }) => html`<li>${name} ${why}</li>`)}</ul>`,
  })
}`
}

const replyForm = (
  { complaint, errors, csrf }: ManagedComplaintModel,
  { replyAction, typed, departures }: NonNullable<ManagedComplaintModel['handling']>,
): SafeHtml =>
  html`<h2 class="govuk-heading-m">Reply</h2>
<p class="govuk-body">What you send here cannot be altered. Nothing of it changes a score or a decision.</p>
${form(
  { action: replyAction, csrf },
  html`${inOrder(complaint.grounds).map(
    (ground) =>
      html`${radios({ idPrefix: `finding-${ground}`, name: `finding-${ground}`, fieldset: { legend: { text: groundWords[ground], classes: 'govuk-fieldset__legend--s' } }, errorMessage: errorAt(errors, `finding-${ground}`), value: typed(`finding-${ground}`), classes: 'govuk-radios--inline', items: findings.map((finding) => ({ value: finding, text: capital(findingWords[finding]) })) })}
${textarea({ id: `reasons-${ground}`, name: `reasons-${ground}`, label: { text: `Reasons: ${groundWords[ground]}` }, rows: 4, value: typed(`reasons-${ground}`), errorMessage: errorAt(errors, `reasons-${ground}`) })}`,
  )}
${textarea({ id: 'remedy', name: 'remedy', label: { text: 'What is done about it', classes: 'govuk-label--s' }, hint: { text: 'Such as an apology, a correction, or a change of how we work' }, rows: 4, value: typed('remedy'), errorMessage: errorAt(errors, 'remedy') })}
${select({ id: 'departure', name: 'departure', label: { text: 'Should a score or the decision change?', classes: 'govuk-label--s' }, hint: { text: 'The decision maker is asked to record a departure under this rule' }, errorMessage: errorAt(errors, 'departure'), value: typed('departure'), items: [{ value: '', text: 'No' }, ...departures] })}
${button({ text: 'Send the reply', preventDoubleClick: true })}`,
)}`
