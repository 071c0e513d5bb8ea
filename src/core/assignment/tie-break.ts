/** A number from 0 to below 1 that depends on the seed and the two ids alone: who is preferred among equals. */
export function tieBreak(seed: number, application: string, assessor: string): number {
  let hash = 0x811c9dc5
  for (const character of `${seed}\0${application}\0${assessor}`) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  // The last letters alone would hardly change the first digits: mixed once more, as MurmurHash3 ends.
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** The largest whole number that divides all; 1 when they are not all whole, or all nothing. */
export function sharedStep(values: readonly number[]): number {
  if (!values.every(Number.isSafeInteger)) return 1
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other))
  return values.reduce((step, value) => divisor(step, value), 0) || 1
}
