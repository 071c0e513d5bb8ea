/**
 * Wrong codes for one address in a day, over all its requests, before only the link signs in: who asks for many mails
 * does not get many guesses. A guess counts once for each code that it was held against.
 */
export const mostWrongCodesInADay = 20

export const wrongCodesFor = 24 * 3_600_000

/** The wrong codes typed for one request to sign in, which count from when it was made. */
export type WrongCodes = { readonly askedAt: Date | string; readonly wrongCodes: number }

/**
 * When codes of an address are taken again; undefined while they are taken.
 *
 * @example codesWorkAgainAt([{ askedAt: noon, wrongCodes: 20 }], at) // => noon of the next day
 */
export function codesWorkAgainAt(requests: readonly WrongCodes[], at: Date): Date | undefined {
  const counted = requests
    .map(({ askedAt, wrongCodes }) => ({ endsAt: new Date(askedAt).getTime() + wrongCodesFor, wrongCodes }))
    .filter(({ endsAt }) => endsAt > at.getTime())
    .sort((one, other) => one.endsAt - other.endsAt)
  let left = counted.reduce((sum, { wrongCodes }) => sum + wrongCodes, 0)
  let againAt: Date | undefined
  for (const { endsAt, wrongCodes } of counted) {
    if (left < mostWrongCodesInADay) break
    left -= wrongCodes
    againAt = new Date(endsAt)
  }
  return againAt
}
