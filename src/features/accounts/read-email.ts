import { done, type Result, refused } from '../../core/result.ts'

export type EmailProblem = { readonly code: 'email-missing' } | { readonly code: 'email-malformed' }

const mailbox = /^[^\s\p{Cc}<>()[\],;:\\"@]{1,64}@(?=[^@]{1,190}$)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/**
 * An email address as it is kept: in lower case, without what people paste along with it.
 *
 * @example readEmail(' mailto:Jo.Bloggs@Walsall.gov.uk ') // => { ok: true, value: 'jo.bloggs@walsall.gov.uk' }
 */
export function readEmail(typed: string): Result<string, EmailProblem> {
  const email = typed
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^<(.*)>$/, '$1')
  if (email === '') return refused({ code: 'email-missing' })
  return mailbox.test(email) ? done(email) : refused({ code: 'email-malformed' })
}

/** What comes after the @. @example domainOf('jo@walsall.gov.uk') // => 'walsall.gov.uk' */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)
