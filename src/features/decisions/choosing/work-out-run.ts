import type { PortfolioResult } from '../../../core/decisions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { keepResult, workOutRun } from '../../assessment/index.ts'
import { type PortfolioRun, portfolioById } from './portfolios.store.ts'

const thread = new URL('../../../platform/solver/portfolio-thread.ts', import.meta.url)

/** Works a portfolio out in a thread that looks at the answer again, and keeps it. */
export const workOutPortfolioRun = async (services: Services, runId: string): Promise<void> =>
  await workOutRun<PortfolioRun, PortfolioResult>(services, {
    run: await portfolioById(services.db, runId),
    thread,
    failure: { log: 'a portfolio could not be worked out', verdict: 'It failed, and nothing was changed.' },
    keep: async (run, result) => await keepPortfolio(services, run, result),
  })

/** Keeps what came of a run, unless it was cancelled. */
export async function keepPortfolio(
  services: Pick<Services, 'db' | 'clock' | 'sha256'>,
  run: PortfolioRun,
  result: PortfolioResult,
): Promise<void> {
  const state = result.status === 'optimal' ? 'done' : 'impossible'
  const verdict = result.status === 'optimal' ? '' : (result.because[0]?.text ?? '')
  await keepResult(services, run, { action: 'portfolio.worked-out', state, result, verdict, facts: { state } })
}
