import { availableParallelism } from 'node:os'
import { canDraw, type DecisionCase, splitDraws } from '../../core/decisions/index.ts'
import { runInThread } from '../threads/run-in-thread.ts'

const thread = new URL('./draws-thread.ts', import.meta.url)

/** One processor is left to whoever asks, and more than these would wait for memory. */
const threadsForDraws = Math.max(1, Math.min(4, availableParallelism() - 1))

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
  threads = threadsForDraws,
): Promise<readonly number[] | null> {
  if (!canDraw(given)) return null
  const { signal } = new AbortController()
  const ranges = splitDraws(given.draws, threads)
  const done = ranges.map(() => 0)
  const parts = await Promise.all(
    ranges.map(async (range, at) => {
      const tellPart = (progress: number): void => {
        done[at] = progress / 100
        tell(done.reduce((sum, share) => sum + share, 0) / ranges.length)
      }
      return await runInThread<readonly number[]>(thread, { given, range }, { signal, tell: tellPart })
    }),
  )
  return given.candidates.map((_, place) => parts.reduce((sum, part) => sum + (part[place] ?? 0), 0))
}
