import type { AssessorLoad } from './case.ts'

/** Somebody who may score. `wanted`: the most they offer; null for no limit. `free`: of how many they have no conflict. */
export type Reader = { readonly id: string; readonly wanted: number | null; readonly free: number }

/**
 * How many each reads: about as many as everybody, from so many below the average to so many above. Who offers fewer, or
 * has conflicts with the rest, reads fewer, and the average of the others is higher for it.
 *
 * @param scores how many scores are to be given in all
 * @example findLoads(30, [{ id: 'a', wanted: null, free: 20 }, { id: 'b', wanted: 5, free: 20 }], { below: 2, above: 2 })
 * // => [{ id: 'a', min: 18, max: 20 }, { id: 'b', min: 5, max: 5 }], since a has conflicts with all but 20
 */
export function findLoads(
  scores: number,
  readers: readonly Reader[],
  { below, above }: { readonly below: number; readonly above: number },
): readonly AssessorLoad[] {
  const most = new Map(readers.map(({ id, wanted, free }) => [id, Math.min(free, wanted ?? free)]))
  let open = readers
  let left = scores
  let average = open.length === 0 ? 0 : left / open.length
  for (;;) {
    const full = open.filter(({ id }) => (most.get(id) ?? 0) < average)
    if (full.length === 0 || full.length === open.length) break
    open = open.filter((reader) => !full.includes(reader))
    left -= full.reduce((sum, { id }) => sum + (most.get(id) ?? 0), 0)
    average = left / open.length
  }
  return readers.map(({ id }) => {
    const max = Math.min(most.get(id) ?? 0, Math.ceil(average) + above)
    return { id, min: Math.min(max, Math.max(0, Math.floor(average) - below)), max }
  })
}
