import { type OptionSpread, type OptionsCase, splitSamples, spreadsOf } from '../../core/uncertainty/index.ts'
import { runRanges, threadsForRanges } from '../threads/run-ranges.ts'

const thread = new URL('./spread-thread.ts', import.meta.url)

/**
 * What options may come to, drawn in threads of their own. How many there are makes no difference to what comes of it.
 *
 * @returns null when the correlations cannot all be
 */
export async function spreadInThreads(
  given: OptionsCase,
  threads = threadsForRanges,
): Promise<readonly OptionSpread[] | null> {
  const ranges = splitSamples(given.samples, threads)
  const parts = await runRanges<(typeof ranges)[number], readonly Float64Array[] | null>(thread, { given, ranges })
  const drawn = parts.filter((part) => part !== null)
  return drawn.length === parts.length ? spreadsOf(given, drawn) : null
}
