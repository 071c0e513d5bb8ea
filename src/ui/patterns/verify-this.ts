import { details } from '../components/index.ts'
import { html, type SafeHtml } from '../html.ts'

/** A hash behind its question: few people need it, and those who do know what it is. @param of what it is the hash of */
export const verifyThis = (of: string, sha256: string): SafeHtml =>
  details({ summaryText: 'Verify this', html: html`<p class="govuk-body">SHA-256 of ${of}:<br>${hashOf(sha256)}</p>` })

/** A hash that people can compare: in groups of eight, between which a narrow screen breaks the line. */
const hashOf = (sha256: string): SafeHtml =>
  html`<span class="app-hash">${(sha256.match(/.{1,8}/g) ?? []).map((group) => html`<span>${group}</span> `)}</span>`
