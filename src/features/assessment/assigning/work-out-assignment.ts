import type { RoundResult } from '../../../core/assignment/index.ts'
import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { Services } from '../../../platform/services.ts'
import { runInThread } from '../../../platform/threads/run-in-thread.ts'
import { recordEvent } from '../../audit/index.ts'
import { roundById } from '../../funds/index.ts'
import { finishRun, startRun } from '../run-state.store.ts'
import { Cancelled, watched } from '../work-out-run.ts'
import { type AssignmentRun, runById } from './runs.store.ts'

const thread = new URL('../../../platform/solver/assignment-thread.ts', import.meta.url)

/**
 * Works out an assignment that was asked for, in a thread of its own that looks at the answer anew, and keeps it. Cancelling
 * ends the thread.
 *
 * @throws {Error} when the database fails: it is tried again. What the solver throws is kept with the run
 */
export async function workOutAssignment(services: Services, runId: string): Promise<void> {
  const { db, clock } = services
  const run = await runById(db, runId)
  if (run === undefined || !(await startRun(db, runId, clock()))) return
  try {
    const result = await watched(
      services,
      runId,
      async (watch) => await runInThread<RoundResult>(thread, run.input, watch),
    )
    await keep(services, run, result)
  } catch (error) {
    if (error instanceof Cancelled) return
    services.log.error({ err: error, run: runId }, 'an assignment could not be worked out')
    const verdict = 'The solver failed. Nothing was assigned.'
    await finishRun(db, runId, { state: 'failed', at: clock(), result: null, resultSha256: null, verdict })
  }
}

async function keep({ db, clock, sha256 }: Services, run: AssignmentRun, result: RoundResult): Promise<void> {
  const at = clock()
  const resultSha256 = contentHash(result as unknown as Json, sha256)
  const state = result.status === 'optimal' ? 'done' : 'impossible'
  const verdict = state === 'done' ? 'Checked without the solver: it keeps every rule.' : ''
  await db.transaction().execute(async (tx) => {
    if (!(await finishRun(tx, run.id, { state, at, result, resultSha256, verdict }))) return
    const round = await roundById(tx, run.roundId)
    await recordEvent(tx, {
      action: 'assignment.worked-out',
      actorId: null,
      fundId: round?.fundId ?? null,
      objectType: 'round',
      objectId: run.roundId,
      at,
      facts: { number: run.number, state, inputSha256: run.inputSha256, resultSha256 },
    })
  })
}
