import { contentHash, type Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { solverName } from '../../../platform/solver/solver-name.ts'
import { askRun, cancelRun, sealedRulesOf, type ToRun } from '../../assessment/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { type ClosedProblem, holdBeforeClose } from './hold-before-close.ts'
import { readTimetableSetting } from './read-timetable-case.ts'
import { type TimetableInput, type TimetableRun, timetableRunsOf } from './timetable-runs.ts'

export type TimetableProblem =
  | { readonly code: 'none-held' | 'nobody-shortlisted' | 'nobody-on-panel' | 'no-sessions' }
  | ClosedProblem
  | { readonly code: 'run-under-way'; readonly number: number }
  | { readonly code: 'not-done' | 'nobody-placed' | 'accepted-already' | 'out-of-date' | 'ended-already' }

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/** The job that works a timetable out. */
export const timetableJob = 'interviews.timetable'

/** The first look, which is there within seconds: no search for what is preferred, and how near to the best is near enough. */
export const firstLook = { nodes: 0, withinGap: 0.02 } as const

/** How long a better one is looked for, once there is one. */
const secondLook = { nodes: 4_000, withinGap: 0 } as const

/** What says that a case is the one that a run was worked out from, however long it was looked for. */
export const caseHash = ({ case: given }: Pick<TimetableInput, 'case'>, sha256: Services['sha256']): string =>
  contentHash(given as unknown as Json, sha256)

/**
 * Asks for a timetable to be worked out, from all that it depends on as it is now.
 *
 * @returns the number of the run
 * @throws {NotFound} if the round is not theirs to run
 */
export async function requestTimetable(
  services: Services,
  { actor, path, at }: Asked,
): Promise<Result<number, TimetableProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const rules = await sealedRulesOf(tx, round.id)
    if (rules?.interview.held !== true) return refused<TimetableProblem>({ code: 'none-held' })
    const under = (await timetableRunsOf(tx, round.id)).find(({ state, input }) => isUnderWay(state) && isFirst(input))
    if (under !== undefined) return refused<TimetableProblem>({ code: 'run-under-way', number: under.number })
    const { case: given } = await readTimetableSetting(tx, round, rules, services.sha256)
    const missing: readonly TimetableProblem[] = [
      ...(given.interviews.length === 0 ? [{ code: 'nobody-shortlisted' } as const] : []),
      ...(given.members.length === 0 ? [{ code: 'nobody-on-panel' } as const] : []),
      ...(given.sessions.length === 0 ? [{ code: 'no-sessions' } as const] : []),
    ]
    if (missing.length > 0) return refused(...missing)
    const input: TimetableInput = { format: 1, ...firstLook, case: given }
    const of = { round, by: personIdOf(actor), at, input, rulesSha256: rules.sha256 }
    const { number } = await queueTimetable(tx, services, of, 'timetable.requested')
    return done(number)
  })
}

const isUnderWay = (state: TimetableRun['state']): boolean => state === 'waiting' || state === 'running'
const isFirst = ({ nodes }: TimetableInput): boolean => nodes === firstLook.nodes

type ToQueue = Pick<ToRun, 'round' | 'by' | 'at' | 'rulesSha256'> & { readonly input: TimetableInput }

const queueTimetable = async (tx: Tx, services: Services, given: ToQueue, action: string | undefined) =>
  await askRun(tx, services, {
    ...given,
    kind: 'timetable',
    job: timetableJob,
    action,
    seed: given.input.case.seed,
    solver: solverName,
  })

/** Looks further for a better timetable than one that is not proven to be the best. */
export async function lookFurther(tx: Tx, services: Services, run: TimetableRun, at: Date): Promise<void> {
  if (!isFirst(run.input) || run.result?.status !== 'feasible') return
  const input = { ...run.input, ...secondLook }
  const { roundId, requestedBy: by, rulesSha256 } = run
  // It goes on with what was asked for: that left its trace.
  await queueTimetable(tx, services, { round: { id: roundId, fundId: null }, by, at, input, rulesSha256 }, undefined)
}

/** Ends a run that has not ended. @throws {NotFound} if there is none, or the round is not theirs to run */
export async function cancelTimetable(
  { db }: Services,
  { actor, path, at, number }: Asked & { readonly number: number },
): Promise<Result<undefined, TimetableProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'interview:run', path)
    const run = (await timetableRunsOf(tx, round.id)).find((each) => each.number === number)
    if (run === undefined) throw notFound('run')
    const cancelled = await cancelRun(tx, { run, action: 'timetable.cancelled', round, by: personIdOf(actor), at })
    return cancelled ? done(undefined) : refused<TimetableProblem>({ code: 'ended-already' })
  })
}
