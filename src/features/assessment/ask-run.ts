import { contentHash, type Json } from '../../core/canonical/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { insertRunOfKind, type RunKind } from './kind-runs.store.ts'
import { cancelRunRow } from './run-state.store.ts'

type RunOf = { readonly id: string; readonly fundId: string | null }

export type ToRun = {
  readonly kind: RunKind
  /** The job that works it out, sent `{ runId }`. */
  readonly job: string
  /** What the trace calls it, such as `timetable.requested`; undefined where something else has left the trace. */
  readonly action: string | undefined
  /** What the trace says beside the number, the hashes, the seed and the solver. */
  readonly facts?: Readonly<Record<string, Json>>
  readonly round: RunOf
  readonly by: string | null
  readonly at: Date
  /** All that it depends on: it is kept with its hash, so that the work can be done again and compared. */
  readonly input: object
  readonly rulesSha256: string | null
  readonly seed: number
  /** What works it out, with the version of its method. */
  readonly solver: string
}

/** Asks for something to be worked out: the run, its trace and its job, or none of them. */
export async function askRun(
  tx: Tx,
  services: Services,
  { kind, job, action, facts, round, by, at, input, rulesSha256, seed, solver }: ToRun,
): Promise<{ readonly id: string; readonly number: number }> {
  const id = services.newId()
  const told = { inputSha256: contentHash(input as unknown as Json, services.sha256), rulesSha256, seed, solver }
  const number = await insertRunOfKind(tx, kind, {
    id,
    roundId: round.id,
    requestedAt: at,
    requestedBy: by,
    input,
    ...told,
  })
  if (action !== undefined)
    await recordEvent(tx, {
      action,
      actorId: by,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { number, ...told, ...facts },
    })
  await services.sendJob(tx, job, { runId: id })
  return { id, number }
}

/** Cancels a run that has not ended, with its trace. @returns false when it had */
export async function cancelRun(
  tx: Tx,
  {
    run,
    action,
    round,
    by,
    at,
  }: {
    readonly run: { readonly id: string; readonly number: number }
    readonly action: string
    readonly round: RunOf
    readonly by: string | null
    readonly at: Date
  },
): Promise<boolean> {
  if (!(await cancelRunRow(tx, run.id, at))) return false
  await recordEvent(tx, {
    action,
    actorId: by,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { number: run.number },
  })
  return true
}
