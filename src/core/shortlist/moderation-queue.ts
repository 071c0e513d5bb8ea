import type { Sha256 } from '../canonical/index.ts'
import type { ModerationRules } from '../rules/assessment-rules.ts'
import { type Candidate, exactly, type ProposedItem } from './shortlist-case.ts'

/** Why the meeting looks at an application: scores far apart, or drawn from the low, the borderline or the high ones. */
export const queueReasons = ['wide-spread', 'borderline', 'high', 'low'] as const
export type QueueReason = (typeof queueReasons)[number]

/** Scores of one criterion that are far apart. */
export type WideSpread = { readonly criterion: string; readonly points: number }

export type QueuedApplication = {
  readonly id: string
  readonly why: readonly QueueReason[]
  readonly spread: readonly WideSpread[]
}

/** The criteria on which scores are at least so far apart. */
export function wideSpreads({ reviews }: Pick<Candidate, 'reviews'>, spreadPoints: number): readonly WideSpread[] {
  const criteria = [...new Set(reviews.flatMap(({ points }) => Object.keys(points)))]
  return criteria.flatMap((criterion) => {
    const given = reviews.flatMap(({ points }) => points[criterion] ?? [])
    const points = exactly(Math.max(...given) - Math.min(...given))
    return points >= spreadPoints ? [{ criterion, points }] : []
  })
}

const groups: readonly (readonly [QueueReason, (item: ProposedItem) => boolean])[] = [
  ['borderline', ({ band }) => band === 'near-tie'],
  ['high', ({ band }) => band === 'clear-in'],
  ['low', ({ band }) => band === 'clear-out' || band === 'below-threshold'],
]

/**
 * What the moderation meeting looks at: every application whose scores lie far apart, and so many of each of the
 * borderline, the high and the low ones, drawn by the hash of the sealed rules so that nobody chooses them.
 *
 * @param rulesHash the `chanceHash` of the sealed rules
 * @param candidates with the points as they were given, so that moderating moves nothing out of the queue
 * @returns those with wide spreads first, then in the order of the reasons
 */
export function moderationQueue(
  items: readonly ProposedItem[],
  candidates: readonly Candidate[],
  { spreadPoints, sampleEach }: Pick<ModerationRules, 'spreadPoints' | 'sampleEach'>,
  rulesHash: string,
  sha256: Sha256,
): readonly QueuedApplication[] {
  const spread = new Map(candidates.map((each) => [each.id, wideSpreads(each, spreadPoints)]))
  const why = new Map<string, QueueReason[]>()
  const add = (id: string, reason: QueueReason): void => {
    why.set(id, [...(why.get(id) ?? []), reason])
  }
  for (const { id } of items) if ((spread.get(id) ?? []).length > 0) add(id, 'wide-spread')
  for (const [reason, isOf] of groups) {
    const lots = items
      .filter(isOf)
      .map(({ id, reference }) => ({ id, lot: sha256(`${rulesHash}${reason}${reference}`) }))
    lots.sort((one, other) => (one.lot < other.lot ? -1 : 1))
    for (const { id } of lots.slice(0, sampleEach)) add(id, reason)
  }
  return [...why].map(([id, reasons]) => ({ id, why: reasons, spread: spread.get(id) ?? [] }))
}

/** Whether one more assessor would matter most here: nobody can say whether it is in or out. */
export const wantsExtra = ({ band, probabilityIn }: Pick<ProposedItem, 'band' | 'probabilityIn'>): boolean =>
  band === 'near-tie' && (probabilityIn === null || (probabilityIn > 0.2 && probabilityIn < 0.8))
