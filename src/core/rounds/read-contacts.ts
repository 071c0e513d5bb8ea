import { looksLikeEmail } from './field-problem.ts'

/** The address at which a body is written to. */
export type Contact = { readonly organisationId: string; readonly email: string }

/** What is wrong with a line, which counts from 1. */
export type ContactProblem = { readonly line: number } & (
  | { readonly code: 'not-code-and-email' }
  | { readonly code: 'code-not-invited'; readonly typed: string }
  | { readonly code: 'email-malformed'; readonly typed: string }
  | { readonly code: 'code-twice'; readonly typed: string; readonly firstLine: number }
)

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim()

/**
 * Addresses pasted as lines of code and email, divided by a comma, a semicolon or a tab, as spreadsheets give them.
 * Empty lines are passed over, and so is a first line of headings.
 *
 * @param idByCode ids of the bodies that may be named, by each code in capitals that stands for them
 * @returns the lines that can be read, and each that cannot: the caller decides whether to use some without the others
 * @example readContacts('E06000001,chief@example.gov.uk', new Map([['E06000001', 'HPL']])).contacts // => [{ organisationId: 'HPL', email: 'chief@example.gov.uk' }]
 */
export function readContacts(
  text: string,
  idByCode: ReadonlyMap<string, string>,
): { readonly contacts: readonly Contact[]; readonly problems: readonly ContactProblem[] } {
  const contacts: Contact[] = []
  const problems: ContactProblem[] = []
  const lineOf = new Map<string, number>()
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1
    if (content.trim() === '') continue
    const cells = content.split(/[,;\t]/).map(unquoted)
    if (line === 1 && cells[0]?.toLowerCase() === 'code') continue
    const [typed = '', email = ''] = cells
    if (cells.length !== 2 || typed === '' || email === '') {
      problems.push({ line, code: 'not-code-and-email' })
      continue
    }
    const organisationId = idByCode.get(typed.toUpperCase())
    const firstLine = organisationId === undefined ? undefined : lineOf.get(organisationId)
    if (organisationId === undefined) problems.push({ line, code: 'code-not-invited', typed })
    if (firstLine !== undefined) problems.push({ line, code: 'code-twice', typed, firstLine })
    if (!looksLikeEmail(email)) problems.push({ line, code: 'email-malformed', typed: email })
    if (organisationId === undefined || firstLine !== undefined) continue
    lineOf.set(organisationId, line)
    if (looksLikeEmail(email)) contacts.push({ organisationId, email: email.toLowerCase() })
  }
  return { contacts, problems }
}
