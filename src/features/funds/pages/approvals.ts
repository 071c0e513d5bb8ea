import type { Approval, ApprovalSubject, Refusal } from '../../../core/rounds/approval.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { button, details, summaryList, textarea } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { fundCrumbs } from '../list-crumbs.ts'
import { caption, errorAt, link, saveButton, tagOf } from './parts.ts'
import { refusalPart } from './refusal.ts'

/** One document, as one funder is shown it. */
export type ToApprove = {
  readonly organisationId: string
  readonly organisationName: string
  readonly title: string
  readonly subject: ApprovalSubject
  /** '' for a quote. */
  readonly roundSlug: string
  readonly sha256: string
  readonly facts: readonly { readonly name: string; readonly value: string; readonly href?: string | undefined }[]
  /** Of exactly this. */
  readonly approval: Approval | undefined
  /** Of exactly this, where it is not approved. */
  readonly refusal: Refusal | undefined
  /** Another version was approved before. */
  readonly approvedBefore: boolean
  /** Whether the reader speaks for this funder. */
  readonly mine: boolean
}

export type ApprovalsModel = {
  readonly fundName: string
  readonly fundSlug: string
  readonly action: string
  readonly refuseAction: string
  /** The reason that was typed, and of which field of {@link refusalField}. */
  readonly refusing: { readonly field: string; readonly reason: string }
  readonly csrf: string
  readonly errors: readonly Words[]
  readonly documents: readonly ToApprove[]
}

type Forms = Pick<ApprovalsModel, 'action' | 'refuseAction' | 'refusing' | 'csrf' | 'errors'>

/** The field of the reason why a funder does not approve a document. */
export const refusalField = ({
  organisationId,
  subject,
  roundSlug,
}: Pick<ToApprove, 'organisationId' | 'subject' | 'roundSlug'>): string =>
  ['reason', organisationId, subject, roundSlug].filter((part) => part !== '').join('-')

/** What each funder has approved, and for a funder's representative what waits for approval. */
export function approvalsPage(model: ApprovalsModel): Page {
  const { fundName, fundSlug, errors, documents } = model
  return {
    title: 'Funders’ approvals',
    hasErrors: errors.length > 0,
    breadcrumbs: [...fundCrumbs({ name: fundName, slug: fundSlug }), { text: 'Funders’ approvals' }],
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(fundName)}Funders’ approvals</h1>
<p class="govuk-body">Each funder approves its own quote, the rules of each round, with its pages on who may apply and on scoring, its shortlist and its awards. An approval is of exactly what was shown: after a change it is asked for again.</p>
${documents.length === 0 && html`<p class="govuk-body">There is nothing to approve: the fund has no funders, or no rounds and no quotes.</p>`}
${documents.map((document) => documentOf(document, model))}`,
  }
}

const thisOne = {
  quote: 'this quote',
  rules: 'these rules',
  shortlist: 'this shortlist',
  awards: 'these awards',
} as const

function documentOf(document: ToApprove, forms: Forms): SafeHtml {
  const { approval, refusal, mine } = document
  return html`<h2 class="govuk-heading-m">${document.organisationName}: ${document.title} ${tagOf(standingOf(document))}</h2>
${summaryList({
  rows: [
    ...document.facts.map(({ name, value, href }) => ({
      key: { text: name },
      value: href === undefined ? { text: value } : { html: link(href, value) },
    })),
  ],
})}
${details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256 of all this:<br><code class="app-hash">${document.sha256}</code></p>` })}
${approval !== undefined && html`<p class="govuk-body">Approved by ${approval.approvedByName} at ${ukTime(approval.approvedAt)}.</p>`}
${refusal !== undefined && refusalPart(document.organisationName, refusal, 'this')}
${approval === undefined && mine && answering(document, forms)}`
}

const standingOf = ({ approval, refusal, approvedBefore }: ToApprove) => {
  if (approval !== undefined) return { text: 'Approved', classes: 'govuk-tag--green' }
  if (refusal !== undefined) return { text: 'Refused', classes: 'govuk-tag--red' }
  return { text: approvedBefore ? 'Changed since it was approved' : 'Not approved', classes: 'govuk-tag--yellow' }
}

/** Approving a document for a funder, or saying why not. */
function answering(document: ToApprove, { action, refuseAction, refusing, csrf, errors }: Forms): SafeHtml {
  const what = `${thisOne[document.subject]} for ${document.organisationName}`
  const of = html`${hidden('organisation', document.organisationId)}${hidden('subject', document.subject)}${hidden('round', document.roundSlug)}${hidden('shown', document.sha256)}`
  const field = refusalField(document)
  return html`${form({ action, csrf }, html`${of}${saveButton(`Approve ${what}`)}`)}
${details({
  summaryHtml: html`Do not approve<span class="govuk-visually-hidden"> ${what}</span>`,
  open: refusing.field === field,
  html: form(
    { action: refuseAction, csrf },
    html`${of}${textarea({ id: field, name: 'reason', label: { text: 'Why do you not approve it?', classes: 'govuk-label--s' }, hint: { text: 'The programme team reads it and is told by email. You can still approve it later' }, rows: 3, value: refusing.field === field ? refusing.reason : '', errorMessage: errorAt(errors, field) })}
${button({ html: html`Send this reason<span class="govuk-visually-hidden"> why you do not approve ${what}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  ),
})}`
}
