import { details, summaryList } from '../components/index.ts'
import { html, type SafeHtml } from '../html.ts'

/** A hash behind its question: few people need it, and those who do know what it is. @param of what it is the hash of */
export const verifyThis = (of: string, sha256: string): SafeHtml =>
  details({
    summaryText: 'Verify this',
    html: html`<p class="govuk-body">SHA-256 of ${of}:<br>${hashInGroups(sha256)}</p>`,
  })

/** What a run was worked out from, behind the same question. @param same what is the same each time it is worked out */
export const verifyRun = (same: string, trace: readonly { readonly key: string; readonly value: string }[]): SafeHtml =>
  details({
    summaryText: 'Verify this',
    html: html`<p class="govuk-body">${same}</p>
${summaryList({ classes: 'app-break-anywhere', rows: trace.map(({ key, value }) => ({ key: { text: key }, value: { html: html`<span class="govuk-!-text-break-word">${value}</span>` } })) })}`,
  })

/** A hash that people can compare: in groups of eight, between which a narrow screen breaks the line. */
export const hashInGroups = (sha256: string): SafeHtml =>
  html`<span class="app-hash">${(sha256.match(/.{1,8}/g) ?? []).map((group) => html`<span>${group}</span> `)}</span>`
