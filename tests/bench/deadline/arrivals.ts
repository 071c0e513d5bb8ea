/**
 * When people come, as seconds from the beginning. Nobody waits for who came before: a service that falls behind meets
 * them all the same.
 */

/**
 * A rate that grows by the same factor in equal times, from `first` to `last` arrivals a second, as before a deadline.
 * The nth comes when n are due: no chance is in it, so two runs meet the same.
 *
 * @example rising({ seconds: 60, first: 1, last: 10 }).length // about 9 / ln(10) × 60 = 234
 */
export function rising(how: { readonly seconds: number; readonly first: number; readonly last: number }): number[] {
  const { seconds, first, last } = how
  if (first === last) return steady({ seconds, perSecond: first })
  const growth = Math.log(last / first) / seconds
  const due = (last - first) / growth
  return Array.from({ length: Math.floor(due) }, (_, index) => Math.log(1 + ((index + 0.5) * growth) / first) / growth)
}

/** So many a second, evenly. */
export const steady = (how: { readonly seconds: number; readonly perSecond: number }): number[] =>
  Array.from({ length: Math.floor(how.seconds * how.perSecond) }, (_, index) => (index + 0.5) / how.perSecond)

/** Rates one after another, each for as long. */
export const stepped = (rates: readonly number[], secondsEach: number): number[] =>
  rates.flatMap((perSecond, step) =>
    steady({ seconds: secondsEach, perSecond }).map((second) => step * secondsEach + second),
  )

/** Numbers from 0 to 1 that look drawn by chance and are the same each time (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
