import { isAnonymousAddress } from '../../core/privacy/index.ts'
import { html, type SafeHtml } from '../html.ts'

/**
 * An email address that breaks before its @ where it has to, and only where that does not do anywhere else. Of
 * somebody who was made anonymous there is none to show.
 *
 * @example emailAddress('ada@assessor.example')
 */
export function emailAddress(email: string): SafeHtml {
  if (isAnonymousAddress(email)) return html`No address any more`
  const at = email.lastIndexOf('@')
  const shown = at < 0 ? html`${email}` : html`${email.slice(0, at)}<wbr>${email.slice(at)}`
  return html`<span class="govuk-!-text-break-word">${shown}</span>`
}
