import {
  type CalculatorName,
  calculators,
  type SolverCalculatorName,
  solverCalculators,
} from '../../../core/calculators/index.ts'
import { runInThread } from '../../../platform/threads/run-in-thread.ts'
import { inTurns } from '../../../platform/threads/turns.ts'

const thread = new URL('../../../platform/solver/calculator-thread.ts', import.meta.url)

export const calculatorNames = [...Object.keys(calculators), ...Object.keys(solverCalculators)].sort() as readonly (
  | CalculatorName
  | SolverCalculatorName
)[]

/** The most that one case may take here. The command line has no limits. */
export const limits = { seconds: 20, megabytes: 256, bytes: 1_000_000, atOnce: 2, waiting: 6 } as const

/** What a case came to: the text that the command line would print, what does not fit, or why it was not worked out. */
export type Calculated =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly { readonly at: string; readonly text: string }[] }

const turns = inTurns(limits)

/**
 * Works a case out in a thread of its own, so that pages go on being answered.
 *
 * @returns undefined when there are too many before it
 */
export function workOutCase(
  name: string,
  input: unknown,
  seconds: number = limits.seconds,
): Promise<Calculated> | undefined {
  return turns(async () => {
    const signal = AbortSignal.timeout(seconds * 1000)
    try {
      return await runInThread<Calculated>(
        thread,
        { name, input },
        { signal, tell: () => undefined, megabytes: limits.megabytes },
      )
    } catch (error) {
      if (signal.aborted) return tooLong(name, `takes longer than ${seconds} seconds`)
      if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
        return tooLong(name, 'takes too much memory')
      throw error
    }
  })
}

const tooLong = (name: string, why: string): Calculated => ({
  ok: false,
  problems: [
    {
      at: '',
      text: `${why}, which is the most here. The program has no limit: npm run -s calc -- ${name} < case.json`,
    },
  ],
})
