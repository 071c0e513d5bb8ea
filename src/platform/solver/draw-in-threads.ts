import { canDraw, type DecisionCase, splitDraws } from '../../core/decisions/index.ts'
import { runRanges, threadsForRanges } from '../threads/run-ranges.ts'

const thread = new URL('./draws-thread.ts', import.meta.url)

/**
 * Draws the scores of a portfolio anew in threads of their own, beside whatever this one does. How many there are makes no
 * difference to what comes of it.
 *
 * @param tell is told how much of all is done, from 0 to 1
 * @returns how often each candidate was chosen; null where nothing can be drawn
 */
export async function drawInThreads(
  given: DecisionCase,
  tell: (share: number) => void,
  threads = threadsForRanges,
): Promise<readonly number[] | null> {
  if (!canDraw(given)) return null
  const ranges = splitDraws(given.draws, threads)
  const parts = await runRanges<(typeof ranges)[number], readonly number[]>(thread, { given, ranges }, tell)
  return given.candidates.map((_, place) => parts.reduce((sum, part) => sum + (part[place] ?? 0), 0))
}
