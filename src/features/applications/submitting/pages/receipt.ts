import { details, panel, summaryList } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, timeline } from '../../../../ui/patterns/index.ts'
import { testLabel } from '../../testing/pages/test-label.ts'
import type { CameLine } from '../../what-came.ts'

export type ReceiptModel = {
  /** Whether the round is made up. */
  readonly illustrative: boolean
  /** Whether the programme team tried the form out. */
  readonly isTest: boolean
  readonly reference: string
  readonly lead: string
  /** The body that submitted in the place of a lead that was no more. */
  readonly standIn: string | undefined
  readonly fund: string
  readonly round: string
  readonly received: string
  readonly submittedBy: string
  /** How it came, when it was keyed in. */
  readonly keyed: string | undefined
  /** What the rules said, a line for the outcome and each rule; undefined where there were none. */
  readonly eligibility: readonly string[] | undefined
  /** Who signed it off, in words. */
  readonly signOffs: readonly string[]
  readonly sha256: readonly string[]
  /** The files that went with it. */
  readonly files: readonly { readonly text: string; readonly sha256: readonly string[] }[]
  /** What came of it since; in place of what happens next. */
  readonly came: readonly CameLine[]
  readonly decisionsOn: string | undefined
  /** Until when it can be withdrawn; undefined when that has passed. */
  readonly withdrawUntil: string | undefined
  readonly links: {
    readonly pdf: string
    readonly submission: string
    readonly json: string
    readonly word: string
    readonly withdraw: string
    readonly application: string
    readonly feedback: string
  }
}

/** That it arrived: what, when to the second, and a hash that proves it. */
export function receiptPage(model: ReceiptModel): Page {
  const { reference, links } = model
  return {
    title: 'Application submitted',
    breadcrumbs: [{ text: `Application ${reference}`, href: links.application }, { text: 'Receipt' }],
    main: html`${model.isTest ? testLabel() : illustrativeLabel(model.illustrative)}
${panel({ titleText: model.isTest ? 'TEST: application submitted' : 'Application submitted', html: html`Your reference<br><strong class="app-panel-reference">${reference}</strong>` })}
<p class="govuk-body">${model.isTest ? 'An applicant would get a receipt by email now. A test sends none.' : 'We have sent a receipt by email to the person who submitted.'}</p>
${summaryList({
  rows: [
    { key: { text: 'Lead authority' }, value: { text: model.lead } },
    model.standIn !== undefined && { key: { text: 'Submitted in its place by' }, value: { text: model.standIn } },
    { key: { text: 'Fund and round' }, value: { text: `${model.fund}, ${model.round}` } },
    { key: { text: 'Received' }, value: { text: model.received } },
    { key: { text: 'Submitted by' }, value: { text: model.submittedBy } },
    model.keyed !== undefined && { key: { text: 'Keyed in' }, value: { text: model.keyed } },
    model.eligibility !== undefined && {
      key: { text: 'Eligibility' },
      value: { html: html`${model.eligibility.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}` },
    },
    ...model.signOffs.map((text) => ({ key: { text: 'Signed off' }, value: { text } })),
    {
      key: { text: 'SHA-256 of the content' },
      value: { html: hashOf(model.sha256) },
    },
    ...model.files.map(({ text, sha256 }) => ({
      key: { text: 'File' },
      value: { html: html`<span class="govuk-!-text-break-word">${text}</span><br>SHA-256 ${hashOf(sha256)}` },
    })),
  ],
})}
<p class="govuk-body">The hash changes if any character of what you sent does. Keep it with your records.</p>
${details({ summaryText: 'How to check the hash', html: howToCheck(links.json, reference) })}
<ul class="govuk-list">
<li><a class="govuk-link" href="${links.pdf}">Download the receipt (PDF)</a></li>
<li><a class="govuk-link" href="${links.submission}">Read the answers as submitted</a></li>
<li><a class="govuk-link" href="${links.word}">Download what was submitted (Word)</a></li>
<li><a class="govuk-link" href="${links.json}">Download what was submitted (JSON)</a></li>
</ul>
${model.came.length > 0 ? html`<h2 class="govuk-heading-m">What came of it</h2>${timeline(model.came)}` : !model.isTest && nextOf(model)}
${
  model.withdrawUntil !== undefined &&
  html`<p class="govuk-body">Until ${model.withdrawUntil} you can <a class="govuk-link" href="${links.withdraw}">withdraw the application</a>, change it and submit it again.</p>`
}
${!model.isTest && html`<p class="govuk-body"><a class="govuk-link" href="${links.feedback}">What did you think of this service?</a> It takes 30 seconds, and we keep nothing about you.</p>`}`,
  }
}

const nextOf = ({ decisionsOn }: ReceiptModel): SafeHtml => html`<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">The programme team checks that the application is eligible, and assessors read it.${
  decisionsOn !== undefined && html` Decisions are expected on ${decisionsOn}.`
}</p>`

const hashOf = (groups: readonly string[]): SafeHtml =>
  html`<span class="app-hash">${groups.map((group) => html`<span>${group}</span> `)}</span>`

/** Anyone can do it, with tools of their own. */
const howToCheck = (json: string, reference: string): SafeHtml =>
  html`<p class="govuk-body"><a class="govuk-link" href="${json}">Download what was submitted (JSON)</a>. The file holds the reference, the lead and the partners, the fund and round, the version of the form, every question asked with its answer, and the declaration. It is written as canonical JSON (RFC 8785), so the SHA-256 of the file is the hash above.</p>
<p class="govuk-body">On Windows: <code>Get-FileHash submission-${reference}.json</code>. On a Mac: <code>shasum -a 256 submission-${reference}.json</code>. On Linux: <code>sha256sum submission-${reference}.json</code>.</p>`
