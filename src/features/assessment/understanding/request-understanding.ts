import { scoresAreOpen } from '../../../core/assessment/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundInFund, type RoundPath, sealOf } from '../../funds/index.ts'
import { askRun, cancelRun } from '../ask-run.ts'
import { assessmentOf } from '../assessment.store.ts'
import { readCase } from './read-case.ts'
import { latestUnderstanding } from './understanding.store.ts'

export type UnderstandingProblem = {
  readonly code: 'rules-not-sealed' | 'still-blind' | 'under-way' | 'ended-already'
}

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/** The job that works it out. */
export const understandJob = 'assessment.understand'

/** What works it out, with the version of its method: a change that gives other numbers has another. */
export const methodName = 'Gibbs sampler, four chains (1)'

/**
 * Asks for what the scores say to be worked out, as they are now.
 *
 * @returns the number of the run
 * @throws {NotFound} if the round is not theirs to run
 */
export async function requestUnderstanding(
  services: Services,
  { actor, path, at }: Request,
): Promise<Result<number, UnderstandingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    return await queueUnderstanding(tx, services, { round, by: personIdOf(actor), at })
  })
}

/** The same within the transaction of something else. */
export async function queueUnderstanding(
  tx: Tx,
  services: Services,
  {
    round,
    by,
    at,
  }: { readonly round: Pick<RoundInFund, 'id' | 'fundId'>; readonly by: string | null; readonly at: Date },
): Promise<Result<number, UnderstandingProblem>> {
  const seal = await sealOf(tx, round.id)
  if (seal === undefined) return refused<UnderstandingProblem>({ code: 'rules-not-sealed' })
  if (!scoresAreOpen(await assessmentOf(tx, round.id))) return refused<UnderstandingProblem>({ code: 'still-blind' })
  const under = await latestUnderstanding(tx, round.id, ['waiting', 'running'])
  if (under !== undefined) return refused<UnderstandingProblem>({ code: 'under-way' })
  const input = await readCase(tx, services, round.id, seal)
  const { number } = await askRun(tx, services, {
    kind: 'understanding',
    job: understandJob,
    action: 'understanding.requested',
    round,
    by,
    at,
    input,
    rulesSha256: seal.sha256,
    seed: input.seed,
    solver: methodName,
  })
  return done(number)
}

/** Cancels what is being worked out. */
export async function cancelUnderstanding(
  services: Services,
  { actor, path, at }: Request,
): Promise<Result<number, UnderstandingProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    const run = await latestUnderstanding(tx, round.id, ['waiting', 'running'])
    const by = personIdOf(actor)
    const cancelled =
      run !== undefined && (await cancelRun(tx, { run, action: 'understanding.cancelled', round, by, at }))
    return cancelled ? done(run.number) : refused<UnderstandingProblem>({ code: 'ended-already' })
  })
}
