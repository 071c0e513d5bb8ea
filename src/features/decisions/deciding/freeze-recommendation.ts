import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { checkOutcomes, type Outcome, type OutcomesProblem, sameOutcome } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { isUpToDate } from '../choosing/is-up-to-date.ts'
import { recordDoing } from '../record-doing.ts'
import { insertRecommendation } from './deciding.store.ts'
import { hasDeclared, readStanding, type Standing, type StandingNotYet } from './read-outcomes.ts'

export type FreezeProblem =
  | OutcomesProblem
  | { readonly code: 'unexplained'; readonly references: readonly string[] }
  | { readonly code: StandingNotYet | 'declare-first' | 'frozen' | 'changed-since-shown' | 'out-of-date' }

/** What stands for everything that a person was shown before they freeze or record it. */
export const shownStanding = ({ sha256 }: Pick<Services, 'sha256'>, { outcomes, start }: Standing): string =>
  sha256(JSON.stringify([outcomes, start]))

/**
 * Freezes what the panel recommends, with its hash: it is not altered afterwards.
 *
 * @returns its SHA-256
 */
export async function freezeRecommendation(
  services: Services,
  {
    actor,
    path,
    shown,
    at,
  }: { readonly actor: Actor; readonly path: RoundPath; readonly shown: string; readonly at: Date },
): Promise<Result<string, FreezeProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:recommend', path)
    if (actor.kind !== 'person') throw notFound('round')
    const standing = await readStanding(tx, round, 'panel')
    if (typeof standing === 'string') return refused<FreezeProblem>({ code: standing })
    if (standing.recommendation !== undefined) return refused<FreezeProblem>({ code: 'frozen' })
    if (!hasDeclared(standing, actor)) return refused<FreezeProblem>({ code: 'declare-first' })
    if (shownStanding(services, standing) !== shown) return refused<FreezeProblem>({ code: 'changed-since-shown' })
    if (!(await isUpToDate(tx, services, standing))) return refused<FreezeProblem>({ code: 'out-of-date' })
    const problems = [...unexplained(standing), ...checkOutcomes(standing.outcomes, standing.run.input)]
    if (problems.length > 0) return refused<FreezeProblem>(...problems)
    return done(await writeRecommendation(tx, services, { round, standing, by: actor.personId, at }))
  })
}

/**
 * What was saved as it was proposed, and is proposed otherwise now: it would depart without a rule or a reason. So it is when
 * the portfolio is worked out again after it was saved.
 */
function unexplained({ start, outcomes }: Pick<Standing, 'start' | 'outcomes'>): readonly FreezeProblem[] {
  const now = new Map(outcomes.map((each): [string, Outcome] => [each.id, each]))
  const references = start.flatMap((each) => {
    const chosen = now.get(each.id)
    return chosen === undefined || chosen.departure !== null || sameOutcome(each, chosen) ? [] : [each.reference]
  })
  return references.length === 0 ? [] : [{ code: 'unexplained', references }]
}

/** Writes a recommendation that was looked at. */
export async function writeRecommendation(
  tx: Tx,
  services: Pick<Services, 'sha256'>,
  given: { readonly round: RoundInFund; readonly standing: Standing; readonly by: string; readonly at: Date },
): Promise<string> {
  const { round, standing, by, at } = given
  const text = canonicalJson(standing.outcomes as unknown as Json)
  const sha256 = services.sha256(text)
  await insertRecommendation(tx, { roundId: round.id, runId: standing.run.id, text, sha256, at, by })
  await recordDoing(tx, { round, by, at }, 'awards.recommended', {
    sha256,
    portfolio: standing.run.number,
    awards: standing.outcomes.filter(({ outcome }) => outcome === 'award').length,
    departures: standing.outcomes.filter(({ departure }) => departure !== null).length,
  })
  return sha256
}
