import type { CashBand, CashCase } from '../../core/uncertainty/index.ts'
import { runInThread } from '../threads/run-in-thread.ts'

const thread = new URL('./cash-thread.ts', import.meta.url)

/** Fewer than of what options come to: three percentiles of each year are all that is read off. */
const samplesOfCash = 8_192

/**
 * What will have been paid for each option by the end of each year, worked out in a thread of its own.
 *
 * @returns none when the correlations cannot all be
 */
export async function cashInThread(given: CashCase): Promise<readonly (CashBand & { readonly id: string })[]> {
  const fewer = { ...given, samples: Math.min(given.samples, samplesOfCash) }
  return await runInThread(thread, fewer, { signal: new AbortController().signal, tell: () => undefined })
}
