import { html, type SafeHtml } from '../html.ts'
import { emailAddress } from './email-address.ts'

/** References and email addresses: what a line must not break in the middle of. */
const wholes = /(\b[A-Z]{2,8}-\d{4}-[0-9A-Z]{4}-[0-9A-Z]\b|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/

/**
 * A sentence in which references stay on one line and email addresses break before their @ alone.
 *
 * @example wholeWords('Sign off application DD-2026-7K3F-W')
 */
export const wholeWords = (text: string): SafeHtml =>
  html`${text.split(wholes).map((part, at) => {
    // What the pattern found stands at each odd place.
    if (at % 2 === 0) return html`${part}`
    return part.includes('@') ? emailAddress(part) : html`<span class="app-whole">${part}</span>`
  })}`
