import type { Approval, ApprovalSubject } from '../../../core/rounds/approval.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { details, summaryList } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { fundCrumbs } from '../list-crumbs.ts'
import { caption, link, saveButton, tagOf } from './parts.ts'

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
  /** Another version was approved before. */
  readonly approvedBefore: boolean
  /** Whether the reader speaks for this funder. */
  readonly mine: boolean
}

export type ApprovalsModel = {
  readonly fundName: string
  readonly fundSlug: string
  readonly action: string
  readonly csrf: string
  readonly errors: readonly Words[]
  readonly documents: readonly ToApprove[]
}

/** What each funder has approved, and for a funder's representative what waits for approval. */
export function approvalsPage({ fundName, fundSlug, action, csrf, errors, documents }: ApprovalsModel): Page {
  return {
    title: 'Funders’ approvals',
    hasErrors: errors.length > 0,
    breadcrumbs: [...fundCrumbs({ name: fundName, slug: fundSlug }), { text: 'Funders’ approvals' }],
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(fundName)}Funders’ approvals</h1>
<p class="govuk-body">Each funder approves its own quote, the rules of each round, with its pages on who may apply and on scoring, its shortlist and its awards. An approval is of exactly what was shown: after a change it is asked for again.</p>
${documents.length === 0 && html`<p class="govuk-body">There is nothing to approve: the fund has no funders, or no rounds and no quotes.</p>`}
${documents.map((document) => documentOf(document, action, csrf))}`,
  }
}

const thisOne = {
  quote: 'this quote',
  rules: 'these rules',
  shortlist: 'this shortlist',
  awards: 'these awards',
} as const

function documentOf(document: ToApprove, action: string, csrf: string): SafeHtml {
  const { approval, approvedBefore, mine } = document
  const state =
    approval !== undefined
      ? tagOf({ text: 'Approved', classes: 'govuk-tag--green' })
      : tagOf({ text: approvedBefore ? 'Changed since it was approved' : 'Not approved', classes: 'govuk-tag--yellow' })
  return html`<h2 class="govuk-heading-m">${document.organisationName}: ${document.title} ${state}</h2>
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
${
  approval === undefined &&
  mine &&
  form(
    { action, csrf },
    html`${hidden('organisation', document.organisationId)}${hidden('subject', document.subject)}${hidden('round', document.roundSlug)}${hidden('shown', document.sha256)}
${saveButton(`Approve ${thisOne[document.subject]} for ${document.organisationName}`)}`,
  )
}`
}
