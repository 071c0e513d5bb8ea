/** What is known of whoever reads a row, so that it tells of them and of nobody else. */
export type Reader = { readonly personId: string; readonly email: string }

const anAddress = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
const ours = /(^|_)(token_hash|code_hash|browser_hash|ip_hash|totp_secret|totp_last_step|sealed_secret|salt)$/

/**
 * A row of a table as it is given to somebody: secrets of the service are left out, other people are nobody, and no email
 * address in it is another’s.
 *
 * @param people the columns that lead to people by their ids
 * @example redactRow({ decided_by: 'b', note: 'ask bo@x.example' }, ['decided_by'], { personId: 'a', email: 'al@x.example' })
 *   // => { decided_by: 'somebody else', note: 'ask [an email address]' }
 */
export function redactRow(
  row: Readonly<Record<string, unknown>>,
  people: readonly string[],
  { personId, email }: Reader,
): Readonly<Record<string, unknown>> {
  const own = email.toLowerCase()
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(anAddress, (found) => (found.toLowerCase() === own ? found : '[an email address]'))
    if (Array.isArray(value)) return value.map(clean)
    if (typeof value !== 'object' || value === null || value instanceof Date) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)]))
  }
  const named = (column: string, value: unknown): unknown =>
    people.includes(column) ? (value === null ? null : value === personId ? 'you' : 'somebody else') : clean(value)
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !ours.test(column))
      .map(([column, value]) => [column, named(column, value)]),
  )
}
