import type { UnderstandingResult } from '../../../core/understanding/index.ts'
import type { Services } from '../../../platform/services.ts'
import { roundById } from '../../funds/index.ts'
import { keepResult, workOutRun } from '../work-out-run.ts'
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

/** Works out what was asked for in a thread, and keeps it. */
export const workOutUnderstanding = async (services: Services, runId: string): Promise<void> =>
  await workOutRun<UnderstandingRun, UnderstandingResult>(services, {
    run: await understandingRun(services.db, runId),
    thread,
    failure: { log: 'what the scores say could not be worked out', verdict: 'It failed, and nothing was changed.' },
    keep: async (run, result) =>
      await keepResult(services, run, { action: 'understanding.worked-out', state: 'done', result, verdict: '' }),
  })
