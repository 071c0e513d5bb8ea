import { contentHash, type Json } from '../../../core/canonical/index.ts'
import type { PortfolioResult } from '../../../core/decisions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { runInThread } from '../../../platform/threads/run-in-thread.ts'
import { Cancelled, finishRun, startRun, watched } from '../../assessment/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { roundById } from '../../funds/index.ts'
import { type PortfolioRun, portfolioById } from './portfolios.store.ts'

const thread = new URL('../../../platform/solver/portfolio-thread.ts', import.meta.url)

/**
 * Works a portfolio out in a thread of its own, which looks at the answer again, and keeps it with its hash.
 *
 * @throws {Error} when the database fails: it is tried again. What the thread throws is kept with the run
 */
export async function workOutPortfolioRun(services: Services, runId: string): Promise<void> {
  const { db, clock } = services
  const run = await portfolioById(db, runId)
  if (run === undefined || !(await startRun(db, runId, clock()))) return
  try {
    const result = await watched(services, runId, async (watch) =>
      runInThread<PortfolioResult>(thread, run.input, watch),
    )
    await keepPortfolio(services, run, result)
  } catch (error) {
    if (error instanceof Cancelled) return
    services.log.error({ err: error, run: runId }, 'a portfolio could not be worked out')
    const verdict = 'It failed, and nothing was changed.'
    await finishRun(db, runId, { state: 'failed', at: clock(), result: null, resultSha256: null, verdict })
  }
}

/** Keeps what came of a run, unless it was cancelled. */
export async function keepPortfolio(
  { db, clock, sha256 }: Pick<Services, 'db' | 'clock' | 'sha256'>,
  { id, roundId, number, inputSha256 }: PortfolioRun,
  result: PortfolioResult,
): Promise<void> {
  const at = clock()
  const resultSha256 = contentHash(result as unknown as Json, sha256)
  const state = result.status === 'optimal' ? 'done' : 'impossible'
  const verdict = result.status === 'optimal' ? '' : (result.because[0]?.text ?? '')
  await db.transaction().execute(async (tx) => {
    if (!(await finishRun(tx, id, { state, at, result, resultSha256, verdict }))) return
    const round = await roundById(tx, roundId)
    await recordEvent(tx, {
      action: 'portfolio.worked-out',
      actorId: null,
      fundId: round?.fundId ?? null,
      objectType: 'round',
      objectId: roundId,
      at,
      facts: { number, state, inputSha256, resultSha256 },
    })
  })
}
