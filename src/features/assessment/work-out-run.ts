import { contentHash, type Json } from '../../core/canonical/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { runInThread } from '../../platform/threads/run-in-thread.ts'
import { recordEvent } from '../audit/index.ts'
import { roundById } from '../funds/index.ts'
import { finishRun, isRunning, startRun, tellProgress } from './run-state.store.ts'

/** How often a run looks whether it was cancelled, in milliseconds. */
const looksEvery = 250

/** Somebody cancelled a run while it was worked out. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** How work is watched: it ends at the signal, and tells how far it is, of 100. */
export type Watch = {
  readonly signal: AbortSignal
  readonly tell: (progress: number, doing: string) => void
}

/**
 * Does the work of a run, keeps how far it is, and ends it when somebody cancels the run.
 *
 * @throws {Cancelled} when it was, else what the work throws
 */
export async function watched<Result>(
  { db }: Pick<Services, 'db'>,
  runId: string,
  work: (watch: Watch) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const look = async (still: Promise<boolean>): Promise<void> => {
    if (!(await still.catch(() => true))) controller.abort(new Cancelled())
  }
  const timer = setInterval(() => void look(isRunning(db, runId)), looksEvery)
  let told: Promise<void> = Promise.resolve()
  try {
    return await work({
      signal: controller.signal,
      tell: (progress, doing) => {
        told = told.then(() => look(tellProgress(db, runId, { progress, doing })))
      },
    })
  } finally {
    clearInterval(timer)
    await told
  }
}

/** A run that was asked for. */
export type AskedRun = {
  readonly id: string
  readonly roundId: string
  readonly number: number
  readonly input: object
  readonly inputSha256: string
}

/** How runs of one kind are worked out. */
export type Work<Run extends AskedRun, Result> = {
  readonly run: Run | undefined
  /** The program of the thread. */
  readonly thread: URL
  /** What the log says when the thread fails, and what is said of the run. */
  readonly failure: { readonly log: string; readonly verdict: string }
  readonly keep: (run: Run, result: Result) => Promise<void>
}

/**
 * Works out a run that was asked for, in a thread of its own, and keeps what came of it. Cancelling ends the thread.
 *
 * @throws {Error} when the database fails: it is tried again. What the thread throws is kept with the run
 */
export async function workOutRun<Run extends AskedRun, Result>(
  services: Services,
  { run, thread, failure, keep }: Work<Run, Result>,
): Promise<void> {
  const { db, clock } = services
  if (run === undefined || !(await startRun(db, run.id, clock()))) return
  try {
    const { input } = run
    await keep(run, await watched(services, run.id, async (watch) => await runInThread<Result>(thread, input, watch)))
  } catch (error) {
    if (error instanceof Cancelled) return
    services.log.error({ err: error, run: run.id }, failure.log)
    const { verdict } = failure
    await finishRun(db, run.id, { state: 'failed', at: clock(), result: null, resultSha256: null, verdict })
  }
}

/** What came of a run, and what the audit log says of it besides its number and hashes. */
export type Kept = {
  readonly action: string
  readonly state: 'done' | 'impossible'
  readonly result: object
  readonly verdict: string
  readonly facts?: { readonly [name: string]: Json }
  /** What follows in the same transaction. */
  readonly follow?: (tx: Tx, at: Date) => Promise<void>
}

/** Keeps what came of a run with its hash and its trace, unless it was cancelled. */
export async function keepResult(
  { db, clock, sha256 }: Pick<Services, 'db' | 'clock' | 'sha256'>,
  { id, roundId, number, inputSha256 }: Omit<AskedRun, 'input'>,
  { action, state, result, verdict, facts = {}, follow }: Kept,
): Promise<void> {
  const at = clock()
  const resultSha256 = contentHash(result as unknown as Json, sha256)
  await db.transaction().execute(async (tx) => {
    if (!(await finishRun(tx, id, { state, at, result, resultSha256, verdict }))) return
    const round = await roundById(tx, roundId)
    await recordEvent(tx, {
      action,
      actorId: null,
      fundId: round?.fundId ?? null,
      objectType: 'round',
      objectId: roundId,
      at,
      facts: { number, inputSha256, resultSha256, ...facts },
    })
    await follow?.(tx, at)
  })
}
