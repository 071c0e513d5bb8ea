import { scoresAreOpen } from '../../../core/assessment/index.ts'
import { orderPiles, type RoundResult } from '../../../core/assignment/index.ts'
import { contentHash, type Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { markAccepted } from '../kind-runs.store.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { type AssignedWhy, insertAssignments, liveAssignmentsOf, type NewAssignment } from './assignments.store.ts'
import { readInput } from './read-input.ts'
import type { AssigningProblem } from './request-assignment.ts'
import { type AssignmentRun, runByNumber } from './runs.store.ts'
import { endWithTrace } from './settle-assignments.ts'

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date; readonly number: number }

/** How many pairs a run puts into force, and how many it ends. */
export type Accepted = { readonly begun: number; readonly ended: number }

/**
 * Puts what was worked out into force: what is new begins, what is not in it ends, and the rest goes on untouched. Refused
 * if anything that it rests on has changed since, for then it would have to be worked out again.
 *
 * @throws {NotFound} if the round is not theirs to run, or has no such run
 */
export async function acceptAssignment(
  services: Services,
  { actor, path, at, number }: Request,
): Promise<Result<Accepted, AssigningProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    const run = await runByNumber(tx, round.id, number)
    if (run === undefined) throw notFound('run')
    const { result } = run
    if (run.state !== 'done' || result?.status !== 'optimal') return refused<AssigningProblem>({ code: 'not-done' })
    if (run.acceptedAt !== null) return refused<AssigningProblem>({ code: 'accepted-already' })
    if (scoresAreOpen(await assessmentOf(tx, round.id))) return refused<AssigningProblem>({ code: 'scoring-closed' })
    if (!(await isUpToDate(tx, services, round, run))) return refused<AssigningProblem>({ code: 'out-of-date' })
    const by = personIdOf(actor)
    const accepted = await putIntoForce(tx, services, { round, run, result, at, by })
    await markAccepted(tx, run.id, at, by)
    await recordEvent(tx, {
      action: 'assignment.accepted',
      actorId: by,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { number, ...accepted, resultSha256: run.resultSha256 },
    })
    return done(accepted)
  })
}

/** A date that was sealed anew since is no matter: it is nothing that the assignment rests on. */
async function isUpToDate(tx: Tx, services: Services, round: RoundInFund, run: AssignmentRun): Promise<boolean> {
  const rules = await sealedRulesOf(tx, round.id)
  if (rules === undefined) return false
  const now = await readInput(tx, services, round, rules)
  return contentHash(now as unknown as Json, services.sha256) === run.inputSha256
}

type ToForce = {
  readonly round: RoundInFund
  readonly run: AssignmentRun
  readonly result: Extract<RoundResult, { status: 'optimal' }>
  readonly at: Date
  readonly by: string | null
}

async function putIntoForce(tx: Tx, services: Services, { round, run, result, at, by }: ToForce): Promise<Accepted> {
  const key = (reference: string, personId: string) => `${reference} ${personId}`
  const chosen = new Set(result.pairs.map(([reference, personId]) => key(reference, personId)))
  const live = (await liveAssignmentsOf(tx, round.id)).filter(({ why }) => why !== 'practice' && why !== 'extra')
  const isLive = new Set(live.map(({ reference, personId }) => key(reference, personId)))
  const gone = live.filter(({ reference, personId }) => !chosen.has(key(reference, personId)))
  const reason = `run ${run.number}`
  for (const assignment of gone)
    await endWithTrace(tx, { assignment, fundId: round.fundId, at, by, why: 'reassigned', reason })
  const idOf = new Map((await scorableApplications(tx, round.id)).map(({ id, reference }) => [reference, id]))
  const anchors = new Set(result.anchors)
  // What is begun comes after what is in the pile already, so that nobody's next page moves away.
  const last = new Map<string, number>()
  for (const { personId, place } of live) last.set(personId, Math.max(last.get(personId) ?? 0, place))
  const news = result.pairs.filter(([reference, personId]) => !isLive.has(key(reference, personId)))
  const rows = orderPiles(news, run.seed, result.anchors).map(({ application, assessor, place }): NewAssignment => {
    const why: AssignedWhy = result.everyone ? 'everyone' : anchors.has(application) ? 'anchor' : 'assigned'
    return {
      id: services.newId(),
      applicationId: idOf.get(application) ?? '',
      personId: assessor,
      why,
      place: (last.get(assessor) ?? 0) + place,
      assignedAt: at,
      runId: run.id,
      assignedBy: by,
    }
  })
  if (rows.length > 0) await insertAssignments(tx, rows)
  return { begun: rows.length, ended: gone.length }
}
