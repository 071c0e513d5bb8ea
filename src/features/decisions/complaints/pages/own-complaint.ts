import { button, tag, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  filesInput,
  illustrativeLabel,
  problemSummary,
} from '../../../../ui/patterns/index.ts'
import type { KeptComplaint } from '../complaints.store.ts'
import { messageForm, messages, reply, type ShownReply, whatItSays, written } from './parts.ts'

export type OwnComplaintModel = {
  readonly illustrative: boolean
  readonly complaint: KeptComplaint
  readonly complainHref: string
  readonly applicationHref: string
  readonly state: { readonly text: string; readonly colour: string }
  /** Who looks at it and by when, in words. */
  readonly standing: string
  readonly files: SafeHtml | undefined
  readonly replies: readonly ShownReply[]
  /** Where more can be said and sent; undefined once it was replied to. */
  readonly add:
    | {
        readonly messageAction: string
        readonly fileAction: string
        readonly limits: string
        readonly accept: string
        readonly typed: string
      }
    | undefined
  /** Where a review is asked for; undefined before the first reply and after its days. */
  readonly review: { readonly action: string; readonly until: string; readonly typed: string } | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** A complaint for those who made it: how far it is, what is asked, and what was found. */
export const ownComplaintPage = (model: OwnComplaintModel): Page => {
  const { complaint, state, errors } = model
  return {
    title: `Complaint ${complaint.reference}`,
    hasErrors: errors.length > 0,
    breadcrumbs: [
      { text: 'Application', href: model.applicationHref },
      { text: 'Complain', href: model.complainHref },
      { text: complaint.reference },
    ],
    main: html`${problemSummary(errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${complaint.application}</span>Complaint ${complaint.reference}</h1>
<p class="govuk-body">${tag({ text: state.text, classes: `govuk-tag--${state.colour}` })}</p>
<p class="govuk-body">${model.standing}</p>
${model.replies.map(reply)}
${complaint.review !== null && html`<h2 class="govuk-heading-m">Why you asked for a review</h2><p class="govuk-body">${written(complaint.review.words)}</p>`}
${model.review !== undefined && reviewForm(model, model.review)}
<h2 class="govuk-heading-m">What you complained of</h2>
${whatItSays(complaint, model.files)}
<h2 class="govuk-heading-m">Questions and messages</h2>
${messages(complaint.messages)}
${model.add !== undefined && adding(model, model.add)}`,
  }
}

const adding = ({ errors, csrf }: OwnComplaintModel, add: NonNullable<OwnComplaintModel['add']>): SafeHtml =>
  html`${messageForm({ action: add.messageAction, label: 'Write a message', hint: 'The person looking at the complaint reads it', typed: add.typed, errors, csrf })}
<h2 class="govuk-heading-m">Add files</h2>
${form(
  { action: add.fileAction, csrf, enctype: 'multipart/form-data' },
  html`${filesInput(add.fileAction, { id: 'evidence', name: 'evidence', label: { text: 'Files that show what happened', classes: 'govuk-label--s' }, hint: { text: add.limits }, errorMessage: errorAt(errors, 'evidence'), multiple: true, attributes: { accept: add.accept } })}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`

const reviewForm = (
  { errors, csrf }: OwnComplaintModel,
  { action, until, typed }: NonNullable<OwnComplaintModel['review']>,
): SafeHtml =>
  html`<h2 class="govuk-heading-m">Ask for a review</h2>
<p class="govuk-body">${until}</p>
${form(
  { action, csrf },
  html`${textarea({ id: 'review', name: 'review', label: { text: 'What do you not agree with, and why?', classes: 'govuk-label--s' }, hint: { text: 'Somebody who was not involved before looks again' }, rows: 5, value: typed, errorMessage: errorAt(errors, 'review') })}
${button({ text: 'Ask for a review', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
)}`
