import { scoresAreOpen } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { solverName } from '../../../platform/solver/solver-name.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { askRun, cancelRun } from '../ask-run.ts'
import { assessmentOf } from '../assessment.store.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { readInput } from './read-input.ts'
import { runByNumber, runsOf } from './runs.store.ts'

export type AssigningProblem =
  | { readonly code: 'rules-not-sealed' | 'scoring-closed' | 'nothing-to-score' | 'not-done' | 'accepted-already' }
  | { readonly code: 'run-under-way'; readonly number: number }
  | { readonly code: 'out-of-date' }
  | { readonly code: 'ended-already' }

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/** The job that works an assignment out. */
export const assignJob = 'assessment.assign'

/**
 * Asks for an assignment to be worked out, from all that it depends on as it is now.
 *
 * @returns the number of the run
 * @throws {NotFound} if the round is not theirs to run
 */
export async function requestAssignment(
  services: Services,
  { actor, path, at }: Request,
): Promise<Result<number, AssigningProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    const rules = await sealedRulesOf(tx, round.id)
    if (rules === undefined) return refused<AssigningProblem>({ code: 'rules-not-sealed' })
    if (scoresAreOpen(await assessmentOf(tx, round.id))) return refused<AssigningProblem>({ code: 'scoring-closed' })
    const under = (await runsOf(tx, round.id)).find(({ state }) => state === 'waiting' || state === 'running')
    if (under !== undefined) return refused<AssigningProblem>({ code: 'run-under-way', number: under.number })
    const input = await readInput(tx, services, round, rules)
    if (input.applications.length === 0) return refused<AssigningProblem>({ code: 'nothing-to-score' })
    const { number } = await askRun(tx, services, {
      kind: 'assignment',
      job: assignJob,
      action: 'assignment.requested',
      round,
      by: personIdOf(actor),
      at,
      input,
      rulesSha256: rules.sha256,
      seed: input.seed,
      solver: solverName,
    })
    return done(number)
  })
}

/** Ends a run that has not ended: the thread that works on it is stopped. @throws {NotFound} as above */
export async function cancelAssignment(
  { db }: Services,
  { actor, path, at, number }: Request & { readonly number: number },
): Promise<Result<undefined, AssigningProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    const run = await runByNumber(tx, round.id, number)
    if (run === undefined) throw notFound('run')
    const cancelled = await cancelRun(tx, { run, action: 'assignment.cancelled', round, by: personIdOf(actor), at })
    return cancelled ? done(undefined) : refused<AssigningProblem>({ code: 'ended-already' })
  })
}
