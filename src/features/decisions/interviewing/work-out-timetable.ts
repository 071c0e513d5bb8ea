import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { Timetable } from '../../../core/timetable/index.ts'
import type { Services } from '../../../platform/services.ts'
import { runInThread } from '../../../platform/threads/run-in-thread.ts'
import { Cancelled, finishRun, startRun, watched } from '../../assessment/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { roundById } from '../../funds/index.ts'
import { lookFurther } from './request-timetable.ts'
import { type TimetableRun, timetableRunById } from './timetable-runs.ts'

const thread = new URL('../../../platform/solver/timetable-thread.ts', import.meta.url)

/**
 * Works out a timetable that was asked for, in a thread of its own that looks at the answer anew, and keeps it. One that may
 * not be the best is there to be used while a better one is looked for.
 *
 * @throws {Error} when the database fails: it is tried again. What the solver throws is kept with the run
 */
export async function workOutTimetable(services: Services, runId: string): Promise<void> {
  const { db, clock } = services
  const run = await timetableRunById(db, runId)
  if (run === undefined || !(await startRun(db, runId, clock()))) return
  try {
    const result = await watched(
      services,
      runId,
      async (watch) => await runInThread<Timetable>(thread, run.input, watch),
    )
    await keep(services, run, result)
  } catch (error) {
    if (error instanceof Cancelled) return
    services.log.error({ err: error, run: runId }, 'a timetable could not be worked out')
    const verdict = 'The solver failed. Nothing was changed.'
    await finishRun(db, runId, { state: 'failed', at: clock(), result: null, resultSha256: null, verdict })
  }
}

async function keep(services: Services, run: TimetableRun, found: Timetable): Promise<void> {
  const { db, clock, sha256 } = services
  const at = clock()
  // What is not a number is not kept as one.
  const result = { ...found, gap: Number.isFinite(found.gap) ? found.gap : -1 }
  const resultSha256 = contentHash(result as unknown as Json, sha256)
  const verdict = 'Checked without the solver: it keeps every rule.'
  await db.transaction().execute(async (tx) => {
    if (!(await finishRun(tx, run.id, { state: 'done', at, result, resultSha256, verdict }))) return
    const round = await roundById(tx, run.roundId)
    await recordEvent(tx, {
      action: 'timetable.worked-out',
      actorId: null,
      fundId: round?.fundId ?? null,
      objectType: 'round',
      objectId: run.roundId,
      at,
      facts: { number: run.number, inputSha256: run.inputSha256, resultSha256, unplaced: result.unplaced.length },
    })
    await lookFurther(tx, services, { ...run, result }, at)
  })
}
