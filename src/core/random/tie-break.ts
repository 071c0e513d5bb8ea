const start = (seed: number): number => hashed(0x811c9dc5, `${seed}\0`)

function hashed(from: number, text: string): number {
  let hash = from
  for (let at = 0; at < text.length; at += 1) {
    const character = text.codePointAt(at) ?? 0
    if (character > 0xffff) at += 1
    hash = Math.imul(hash ^ character, 0x01000193)
  }
  return hash
}

/** The last letters alone would hardly change the first digits: mixed once more, as MurmurHash3 ends. */
function mixed(from: number): number {
  let hash = from ^ (from >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A number from 0 to below 1 that depends on the seed and the two ids alone: who is preferred among equals. */
export const tieBreak = (seed: number, one: string, other: string): number =>
  mixed(hashed(hashed(start(seed), `${one}\0`), other))

/** The same for many pairs of one seed: what they begin with is hashed once for each first id. */
export function tieBreaks(seed: number): (one: string, other: string) => number {
  const begun = new Map<string, number>()
  const from = start(seed)
  return (one, other) => {
    const known = begun.get(one) ?? hashed(from, `${one}\0`)
    begun.set(one, known)
    return mixed(hashed(known, other))
  }
}
