import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { UnderstandingResult } from '../../../core/understanding/index.ts'
import type { Services } from '../../../platform/services.ts'
import { runInThread } from '../../../platform/threads/run-in-thread.ts'
import { recordEvent } from '../../audit/index.ts'
import { roundById } from '../../funds/index.ts'
import { finishRun, startRun } from '../run-state.store.ts'
import { Cancelled, watched } from '../work-out-run.ts'
import { queueUnderstanding } from './request-understanding.ts'
import { type UnderstandingRun, understandingRun } from './understanding.store.ts'

/** What the job is told: a run that waits, or a round in which one is to be asked for first. */
export type ToUnderstand = { readonly runId: string } | { readonly roundId: string; readonly by: string | null }

/** Does the job. A round that cannot be worked out now, such as one whose scores are blind, is left. */
export async function doUnderstandJob(services: Services, asked: ToUnderstand): Promise<void> {
  if ('runId' in asked) return await workOutUnderstanding(services, asked.runId)
  const { roundId, by } = asked
  const round = await roundById(services.db, roundId)
  if (round === undefined) return
  const at = services.clock()
  await services.db.transaction().execute(async (tx) => await queueUnderstanding(tx, services, { round, by, at }))
}

const thread = new URL('./understand-thread.ts', import.meta.url)

/**
 * Works out what was asked for, in a thread of its own, and keeps it with its hash. Cancelling ends the thread.
 *
 * @throws {Error} when the database fails: it is tried again. What the thread throws is kept with the run
 */
export async function workOutUnderstanding(services: Services, runId: string): Promise<void> {
  const { db, clock } = services
  const run = await understandingRun(db, runId)
  if (run === undefined || !(await startRun(db, runId, clock()))) return
  try {
    const result = await watched(services, runId, async (watch) =>
      runInThread<UnderstandingResult>(thread, run.input, watch),
    )
    await keep(services, run, result)
  } catch (error) {
    if (error instanceof Cancelled) return
    services.log.error({ err: error, run: runId }, 'what the scores say could not be worked out')
    const verdict = 'It failed, and nothing was changed.'
    await finishRun(db, runId, { state: 'failed', at: clock(), result: null, resultSha256: null, verdict })
  }
}

async function keep(
  { db, clock, sha256 }: Services,
  { id, roundId, number, inputSha256 }: UnderstandingRun,
  result: UnderstandingResult,
): Promise<void> {
  const at = clock()
  const resultSha256 = contentHash(result as unknown as Json, sha256)
  await db.transaction().execute(async (tx) => {
    if (!(await finishRun(tx, id, { state: 'done', at, result, resultSha256, verdict: '' }))) return
    const round = await roundById(tx, roundId)
    await recordEvent(tx, {
      action: 'understanding.worked-out',
      actorId: null,
      fundId: round?.fundId ?? null,
      objectType: 'round',
      objectId: roundId,
      at,
      facts: { number, inputSha256, resultSha256 },
    })
  })
}
