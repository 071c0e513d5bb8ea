import type { Timetable } from '../../../core/timetable/index.ts'
import type { Services } from '../../../platform/services.ts'
import { keepResult, workOutRun } from '../../assessment/index.ts'
import { lookFurther } from './request-timetable.ts'
import { type TimetableRun, timetableRunById } from './timetable-runs.ts'

const thread = new URL('../../../platform/solver/timetable-thread.ts', import.meta.url)

/**
 * Works out a timetable that was asked for, in a thread that looks at the answer anew, and keeps it. One that may not be the
 * best is there to be used while a better one is looked for.
 */
export const workOutTimetable = async (services: Services, runId: string): Promise<void> =>
  await workOutRun<TimetableRun, Timetable>(services, {
    run: await timetableRunById(services.db, runId),
    thread,
    failure: { log: 'a timetable could not be worked out', verdict: 'The solver failed. Nothing was changed.' },
    keep: async (run, found) => {
      // What is not a number is not kept as one.
      const result = { ...found, gap: Number.isFinite(found.gap) ? found.gap : -1 }
      await keepResult(services, run, {
        action: 'timetable.worked-out',
        state: 'done',
        result,
        verdict: 'Checked without the solver: it keeps every rule.',
        facts: { unplaced: result.unplaced.length },
        follow: async (tx, at) => await lookFurther(tx, services, { ...run, result }, at),
      })
    },
  })
