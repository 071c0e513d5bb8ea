import { availableParallelism } from 'node:os'
import { runInThread } from './run-in-thread.ts'

/** One processor is left to whoever asks, and more than these would wait for memory. */
export const threadsForRanges = Math.max(1, Math.min(4, availableParallelism() - 1))

/**
 * Works out ranges of the same work at once, each in a thread of its own, beside whatever this one does.
 *
 * @param thread reads `{ given, range }` and posts what came of it
 * @param tell is told how much of all is done, from 0 to 1
 * @returns what came of each range, in their order
 */
export async function runRanges<Range, Part>(
  thread: URL,
  { given, ranges }: { readonly given: unknown; readonly ranges: readonly Range[] },
  tell: (share: number) => void = () => undefined,
): Promise<readonly Part[]> {
  const { signal } = new AbortController()
  const done = ranges.map(() => 0)
  return await Promise.all(
    ranges.map(async (range, at) => {
      const tellPart = (progress: number): void => {
        done[at] = progress / 100
        tell(done.reduce((sum, share) => sum + share, 0) / ranges.length)
      }
      return await runInThread<Part>(thread, { given, range }, { signal, tell: tellPart })
    }),
  )
}
