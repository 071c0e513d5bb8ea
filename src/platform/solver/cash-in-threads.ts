import type { CashBand, CashCase } from '../../core/uncertainty/index.ts'
import { runRanges, threadsForRanges } from '../threads/run-ranges.ts'

const thread = new URL('./cash-thread.ts', import.meta.url)

/** Fewer than of what options come to: three percentiles of each year are all that is read off. */
const samplesOfCash = 8_192

/**
 * What will have been paid for each option by the end of each year, so many threads at once.
 *
 * @returns null when the correlations cannot all be
 */
export async function cashInThreads(given: CashCase): Promise<readonly (CashBand & { readonly id: string })[] | null> {
  const fewer = { ...given, samples: Math.min(given.samples, samplesOfCash) }
  const ids = given.options.map(({ id }) => id)
  const bands: (CashBand & { readonly id: string })[] = []
  for (let from = 0; from < ids.length; from += threadsForRanges) {
    const ranges = ids.slice(from, from + threadsForRanges)
    const parts = await runRanges<string, CashBand | null>(thread, { given: fewer, ranges })
    for (const [at, part] of parts.entries()) {
      if (part === null) return null
      bands.push({ id: ranges[at] ?? '', ...part })
    }
  }
  return bands
}
