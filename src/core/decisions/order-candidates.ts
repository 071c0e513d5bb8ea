import type { Sha256 } from '../canonical/index.ts'
import { breakTies, type ShortlistCase } from '../shortlist/index.ts'

/**
 * Applications in the sealed order: by their scores, and equal ones by the steps that the rules name for ties, with what
 * the panel compared and the public value of the draw as the shortlist was frozen with them.
 */
export function orderByScore(
  scores: readonly { readonly applicationId: string; readonly totalPercent: number }[],
  { candidates, ...facts }: ShortlistCase,
  sha256: Sha256,
): readonly string[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const totals = Map.groupBy(scores, ({ totalPercent }) => totalPercent)
  const found = (ids: typeof scores) => ids.flatMap(({ applicationId }) => byId.get(applicationId) ?? [])
  const eligible = found(scores).map(({ reference }) => reference)
  const listed: (typeof candidates)[number][] = []
  for (const [, tied] of [...totals].sort(([one], [other]) => other - one)) {
    const waiting = { waitsFor: new Set<'draw' | 'pairwise'>(), toCompare: [] }
    const context = { eligible, room: Number.POSITIVE_INFINITY, waiting, sha256 }
    for (const { candidate } of breakTies(found(tied), listed, facts, context)) listed.push(candidate)
  }
  return listed.map(({ id }) => id)
}
