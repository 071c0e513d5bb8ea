import type { IdPair } from './case.ts'

/** In how many pairs each application (0) or each assessor (1) is. */
export function countPairs(pairs: readonly IdPair[], place: 0 | 1): (id: string) => number {
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair[place], (counts.get(pair[place]) ?? 0) + 1)
  return (id) => counts.get(id) ?? 0
}
