import type { AssessorLoad } from './case.ts'

/**
 * Somebody who may score. `wanted`: the most they offer; null for no limit. `free`: of how many they have no conflict.
 * `kept`: how many of these stay theirs whatever comes, also beyond what they offer.
 */
export type Reader = {
  readonly id: string
  readonly wanted: number | null
  readonly free: number
  readonly kept?: number
}

/**
 * How many each reads: about as many as everybody, from so many below the average to so many above. Who offers fewer, or
 * has conflicts with the rest, reads fewer, and the average of the others is higher for it. Who keeps more than the average
 * reads what they keep: at least, the others read around what is left to them, and at most, around the average as if nobody
 * kept anything, so that nobody has to give up what they read because others have begun.
 *
 * @param scores how many scores are to be given in all, what is kept among them
 * @example findLoads(30, [{ id: 'a', wanted: null, free: 20 }, { id: 'b', wanted: 5, free: 20 }], { below: 2, above: 2 })
 * // => [{ id: 'a', min: 18, max: 20 }, { id: 'b', min: 5, max: 5 }], since a has conflicts with all but 20
 */
export function findLoads(
  scores: number,
  readers: readonly Reader[],
  { below, above }: { readonly below: number; readonly above: number },
): readonly AssessorLoad[] {
  const limits = readers.map(({ id, wanted, free, kept = 0 }) => {
    return { id, least: kept, most: Math.max(kept, Math.min(free, wanted ?? free)) }
  })
  const highest = averageOf(
    scores,
    limits.map((limit) => ({ ...limit, least: 0 })),
  )
  const lowest = averageOf(scores, limits)
  return limits.map(({ id, least, most }) => {
    const max = Math.max(least, Math.min(most, Math.ceil(highest) + above))
    return { id, min: Math.min(max, Math.max(least, Math.floor(lowest) - below)), max }
  })
}

type Limits = { readonly least: number; readonly most: number }

/** What those read whom their limits do not keep from it, once the others read as few or as many as they have to. */
function averageOf(scores: number, limits: readonly Limits[]): number {
  let open = limits
  let left = scores
  for (;;) {
    const average = open.length === 0 ? 0 : left / open.length
    const over = open.filter(({ least }) => least > average)
    const full = open.filter(({ most }) => most < average)
    const lack = sum(over, ({ least }) => least - average) - sum(full, ({ most }) => average - most)
    const settled = lack >= 0 && over.length > 0 ? over : full
    if (settled.length === 0 || settled.length === open.length) return average
    left -= sum(settled, ({ least, most }) => (settled === over ? least : most))
    open = open.filter((limit) => !settled.includes(limit))
  }
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)
