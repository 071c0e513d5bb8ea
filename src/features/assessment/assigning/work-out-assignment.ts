import type { RoundResult } from '../../../core/assignment/index.ts'
import type { Services } from '../../../platform/services.ts'
import { keepResult, workOutRun } from '../work-out-run.ts'
import { type AssignmentRun, runById } from './runs.store.ts'

const thread = new URL('../../../platform/solver/assignment-thread.ts', import.meta.url)

/** Works out an assignment that was asked for, in a thread that looks at the answer anew, and keeps it. */
export const workOutAssignment = async (services: Services, runId: string): Promise<void> =>
  await workOutRun<AssignmentRun, RoundResult>(services, {
    run: await runById(services.db, runId),
    thread,
    failure: { log: 'an assignment could not be worked out', verdict: 'The solver failed. Nothing was assigned.' },
    keep: async (run, result) => {
      const state = result.status === 'optimal' ? 'done' : 'impossible'
      const verdict = state === 'done' ? 'Checked without the solver: it keeps every rule.' : ''
      await keepResult(services, run, { action: 'assignment.worked-out', state, result, verdict, facts: { state } })
    },
  })
