import { longestReason } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { departureProblems } from '../../../core/shortlist/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { keptFrom } from './keep-apart.ts'
import { readProposal } from './read-proposal.ts'
import { type Choice, choicesOf, saveChoice } from './shortlist.store.ts'

export type DecisionTyped = { readonly chosen: string; readonly rule: string; readonly reason: string }

/** What stands for the decision that a page showed of an application; '' where there was none. */
export const shownChoice = ({ sha256 }: Pick<Services, 'sha256'>, choice: Choice | undefined): string =>
  choice === undefined ? '' : sha256(JSON.stringify(choice))

export type DecisionProblem =
  | { readonly code: 'decided-meanwhile'; readonly field: 'chosen'; readonly choice: Choice }
  | { readonly code: 'choice-missing' | 'cannot-be-chosen'; readonly field: 'chosen' }
  | { readonly code: 'rule-missing' | 'rule-not-for-band'; readonly field: 'rule' }
  | { readonly code: 'reason-missing' | 'reason-too-thin' | 'reason-too-long'; readonly field: 'reason' }
  | { readonly code: 'frozen' | 'still-scoring' }

/**
 * Decides on one application: as proposed, or otherwise for a rule and a reason that its band lets stand. What does not reach the sealed
 * thresholds cannot be chosen. `seen` is {@link shownChoice} of what the page showed: where somebody has decided since,
 * nothing is saved, so that nobody decides over another's head.
 *
 * @throws {NotFound} if the application is not among those that were scored, or the person is kept from it
 */
export async function decideApplication(
  services: Services,
  request: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly reference: string
    readonly typed: DecisionTyped
    readonly seen: string
    readonly at: Date
  },
): Promise<Result<undefined, DecisionProblem>> {
  const { actor, path, reference, typed, seen, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:moderate', path)
    const { closedAt, frozenAt } = await assessmentOf(tx, round.id)
    if (closedAt === null) return refused<DecisionProblem>({ code: 'still-scoring' })
    if (frozenAt !== null) return refused<DecisionProblem>({ code: 'frozen' })
    const proposing = await readProposal(tx, services, round)
    const item = proposing?.proposal.items.find((each) => each.reference === reference)
    if (proposing === undefined || item === undefined || actor.kind !== 'person') throw notFound('application')
    if ((await keptFrom(tx, round, proposing.rules, actor)).has(item.id)) throw notFound('application')
    const choice = (await choicesOf(tx, round.id)).find(({ applicationId }) => applicationId === item.id)
    if (choice !== undefined && shownChoice(services, choice) !== seen)
      return refused<DecisionProblem>({ code: 'decided-meanwhile', field: 'chosen', choice })
    const problems: DecisionProblem[] = []
    const chosen = typed.chosen === 'yes'
    if (!chosen && typed.chosen !== 'no') problems.push({ code: 'choice-missing', field: 'chosen' })
    if (chosen && item.rank === null) problems.push({ code: 'cannot-be-chosen', field: 'chosen' })
    const departs = chosen !== item.proposed
    const [rule, reason] = departs ? [typed.rule, typed.reason.trim()] : ['', '']
    if (departs && problems.length === 0) problems.push(...departureFields(item.band, { rule, reason }))
    if (reason.length > longestReason) problems.push({ code: 'reason-too-long', field: 'reason' })
    if (problems.length > 0) return refused(...problems)
    const decided = { applicationId: item.id, proposed: item.proposed, chosen, rule, reason }
    await saveChoice(tx, { ...decided, roundId: round.id, decidedAt: at, decidedBy: actor.personId })
    await recordEvent(tx, {
      action: 'shortlist.decided',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: item.id,
      at,
      facts: { roundId: round.id, reference, ...decided, place: item.place, band: item.band },
    })
    return done(undefined)
  })
}

const departureFields = (...[band, departure]: Parameters<typeof departureProblems>): readonly DecisionProblem[] =>
  departureProblems(band, departure).map(
    ({ code }): DecisionProblem =>
      code === 'rule-missing' || code === 'rule-not-for-band' ? { code, field: 'rule' } : { code, field: 'reason' },
  )
