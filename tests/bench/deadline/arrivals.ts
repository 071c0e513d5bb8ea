/**
 * When people come, as seconds from the beginning. Nobody waits for who came before: a service that falls behind meets
 * them all the same.
 */

/**
 * So many, at a rate that grows by the same factor in equal times and in the end is so many times the first, as before a
 * deadline. Each comes when it is due and not by chance: two runs meet the same.
 */
export function rising(how: { readonly count: number; readonly seconds: number; readonly times: number }): number[] {
  const { count, seconds, times } = how
  const share = (index: number): number => (index + 0.5) / count
  const second = (index: number): number =>
    times === 1 ? share(index) * seconds : (Math.log(1 + share(index) * (times - 1)) / Math.log(times)) * seconds
  return Array.from({ length: count }, (_, index) => second(index))
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
