/**
 * A count of people or of what they did that is smaller is not published, so that nobody can be told from it. Five is usual
 * for official statistics. @see docs/sources.md#small-counts
 */
export const leastCount = 5

/** `few`: there are some, and so few that they are withheld. */
export type Count = number | 'few'

/** A part of a whole in whole percent. `few`: of the part, of the rest or of both there are so few that they are withheld. */
export type Share = { readonly percent: number; readonly of: number } | 'few' | 'none'

const isFew = (count: number): boolean => count > 0 && count < leastCount

/** @example countOf(4) // => 'few' */
export const countOf = (count: number): Count => (isFew(count) ? 'few' : count)

/**
 * A share as it is published: never one from which a part or a rest of fewer than five could be worked out.
 *
 * @returns `none` where there is nothing of which it would be a share
 * @example shareOf(45, 60) // => { percent: 75, of: 60 }
 */
export function shareOf(part: number, whole: number): Share {
  if (whole === 0) return 'none'
  if (isFew(whole) || isFew(part) || isFew(whole - part)) return 'few'
  return { percent: Math.round((100 * part) / whole), of: whole }
}
