/** Two columns of a network, the lower place first. */
type Comparator = readonly [low: number, high: number]

/**
 * Which columns to compare, one pair after the other, so that so many end up in order whatever is in them: no sample decides
 * which is compared next, and a processor need not guess.
 *
 * @see Batcher 1968, Sorting networks and their applications: odd-even merge
 */
export function sortingNetwork(columns: number): readonly Comparator[] {
  const pairs: Comparator[] = []
  for (let size = 1; size < columns; size *= 2)
    for (let apart = size; apart >= 1; apart = Math.floor(apart / 2))
      for (let from = apart % size; from + apart < columns; from += 2 * apart)
        for (let at = from; at < Math.min(from + apart, columns - apart); at += 1)
          if (Math.floor(at / (2 * size)) === Math.floor((at + apart) / (2 * size))) pairs.push([at, at + apart])
  return pairs
}

/** Sorts every row of some columns, the least first. @param columns whole numbers from 0 to 2³¹ - 1 */
export function sortColumns(columns: readonly Int32Array[], network: readonly Comparator[]): void {
  for (const [low, high] of network) {
    const [one, other] = [columns[low], columns[high]]
    if (one !== undefined && other !== undefined) exchange(one, other)
  }
}

/** Puts the lesser of each two first, by the sign of their difference. */
function exchange(one: Int32Array, other: Int32Array): void {
  for (let at = 0; at < one.length; at += 1) {
    const first = one[at] ?? 0
    const second = other[at] ?? 0
    const below = (first - second) & ((first - second) >> 31)
    one[at] = second + below
    other[at] = first - below
  }
}
