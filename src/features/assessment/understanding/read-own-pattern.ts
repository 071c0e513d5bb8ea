import { scoresAreOpen } from '../../../core/assessment/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { type NoEstimates, type OwnPattern, ownPattern } from '../../../core/understanding/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { calledIn, findScoredRound, type ScoredPath, type ScoredRound } from '../scoring/read-scored.ts'
import { type PileRow, pileOf } from '../scoring/scoring.store.ts'
import { countedScores, reviewTotals } from './read-score-table.ts'
import { latestUnderstanding } from './understanding.store.ts'

/** Why an assessor does not see yet, or at all, how their scores compare. */
export type NoPattern = 'blind' | 'extra-open' | 'not-yet' | 'too-few'

/** How an assessor's own scores compare, once that may be seen. */
export type ReadOwnPattern = Pick<ScoredRound, 'round' | 'rules'> & {
  readonly found:
    | { readonly state: NoPattern }
    | {
        readonly state: 'shown'
        readonly pattern: OwnPattern
        readonly noEstimates: NoEstimates | null
        /** What the reader's applications are called, by id. */
        readonly named: ReadonlyMap<string, { readonly reference: string; readonly leadName: string }>
      }
}

/**
 * How this person's scores of a round compare with those of all. Nothing before scoring has closed, nor while they are
 * asked for one more opinion: it rests on what others gave.
 *
 * @throws {NotFound} if they assess nothing there
 */
export async function readOwnPattern(
  db: Database,
  actor: Actor,
  path: Pick<ScoredPath, 'fund' | 'round'>,
): Promise<ReadOwnPattern> {
  const scored = await findScoredRound(db, actor, path)
  const { round, rules, assessment } = scored
  const not = (state: NoPattern): ReadOwnPattern => ({ round, rules, found: { state } })
  if (!scoresAreOpen(assessment)) return not('blind')
  const { personId } = scored.actor
  const pile = (await pileOf(db, round.id, personId)).filter(({ endedAt }) => endedAt === null)
  if (owesOpinion(scored, pile)) return not('extra-open')
  const run = await latestUnderstanding(db, round.id, ['done'])
  if (run === undefined || run.result === null) return not('not-yet')
  const theirs = new Map(
    pile
      .filter(({ hasConflict, reviewState }) => hasConflict === false && reviewState === 'submitted')
      .map((row) => [row.applicationId, { reference: row.reference, leadName: calledIn(rules, row.leadName) }]),
  )
  const own = (await countedScores(db, round.id, rules))
    .filter((score) => score.personId === personId && theirs.has(score.applicationId))
    .map((score) => ({ ...score, points: score.original }))
  const totals = reviewTotals(own, rules).map(({ applicationId, total }) => ({ application: applicationId, total }))
  const pattern = ownPattern(run.input, run.result, personId, totals)
  if (pattern === null) return not('too-few')
  return { round, rules, found: { state: 'shown', pattern, noEstimates: run.result.noEstimates, named: theirs } }
}

/** Whether one more opinion is asked of them that is still to be given. */
export const owesOpinion = ({ phase }: Pick<ScoredRound, 'phase'>, pile: readonly PileRow[]): boolean =>
  phase === 'closed' &&
  pile.some(({ extra, endedAt, reviewState }) => extra && endedAt === null && reviewState !== 'submitted')
