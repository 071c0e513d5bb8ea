import { tieBreaks } from '../random/tie-break.ts'
import type { IdPair } from './case.ts'

/** A pair with its place in the pile of its assessor, from 1. */
export type Placed = { readonly application: string; readonly assessor: string; readonly place: number }

/**
 * Shuffles the pile of each assessor, everybody's differently, so that no application is always read last. The same for
 * the same seed, whatever the order of the pairs. Anchors, where there are some, come first for all.
 */
export function orderPiles(pairs: readonly IdPair[], seed: number, anchors: readonly string[] = []): readonly Placed[] {
  const hash = tieBreaks(seed)
  const first = new Set(anchors)
  const piles = new Map<string, string[]>()
  for (const [application, assessor] of pairs) {
    const pile = piles.get(assessor)
    if (pile === undefined) piles.set(assessor, [application])
    else pile.push(application)
  }
  return [...piles].flatMap(([assessor, pile]) =>
    pile
      .map((application) => ({
        application,
        late: first.has(application) ? 0 : 1,
        hash: hash(application, `place ${assessor}`),
      }))
      .sort((one, other) => one.late - other.late || one.hash - other.hash)
      .map(({ application }, place) => ({ application, assessor, place: place + 1 })),
  )
}
