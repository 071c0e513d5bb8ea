import { panel, summaryList } from '../../../ui/components/index.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'

export type ReceiptModel = {
  readonly reference: string
  readonly lead: string
  readonly fund: string
  readonly round: string
  readonly received: string
  readonly submittedBy: string
  readonly sha256: readonly string[]
  readonly decisionsOn: string | undefined
  /** Until when it can be withdrawn; undefined when that has passed. */
  readonly withdrawUntil: string | undefined
  readonly links: {
    readonly pdf: string
    readonly submission: string
    readonly withdraw: string
    readonly application: string
  }
}

/** That it arrived: what, when to the second, and a hash that proves it. */
export function receiptPage(model: ReceiptModel): Page {
  const { reference, links } = model
  return {
    title: 'Application submitted',
    breadcrumbs: [{ text: `Application ${reference}`, href: links.application }, { text: 'Receipt' }],
    main: html`${panel({ titleText: 'Application submitted', html: html`Your reference<br><strong>${reference}</strong>` })}
<p class="govuk-body">We have sent a receipt by e-mail to the person who submitted.</p>
${summaryList({
  rows: [
    { key: { text: 'Lead authority' }, value: { text: model.lead } },
    { key: { text: 'Fund and round' }, value: { text: `${model.fund}, ${model.round}` } },
    { key: { text: 'Received' }, value: { text: model.received } },
    { key: { text: 'Submitted by' }, value: { text: model.submittedBy } },
    {
      key: { text: 'SHA-256 of the content' },
      value: { html: html`<span class="app-hash">${model.sha256.map((group) => html`<span>${group}</span> `)}</span>` },
    },
  ],
})}
<p class="govuk-body">The hash changes if any character of what you sent does. Keep it with your records.</p>
<ul class="govuk-list">
<li><a class="govuk-link" href="${links.pdf}">Download the receipt (PDF)</a></li>
<li><a class="govuk-link" href="${links.submission}">Read the answers as submitted</a></li>
</ul>
<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">The programme team checks that the application is eligible, and assessors read it.${
      model.decisionsOn !== undefined && html` Decisions are expected on ${model.decisionsOn}.`
    }</p>
${
  model.withdrawUntil !== undefined &&
  html`<p class="govuk-body">Until ${model.withdrawUntil} you can <a class="govuk-link" href="${links.withdraw}">withdraw the application</a>, change it and submit it again.</p>`
}`,
  }
}
