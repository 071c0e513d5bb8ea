import { ukTime } from '../../../core/time/uk-time.ts'
import type { RunMadeModel } from './pages/run-made.ts'
import type { ReviewRun } from './runs.store.ts'

/**
 * How a run was made.
 *
 * @param given what it would be made of now, as it would be kept; undefined where that is nothing
 */
export const describeMade = (
  { number, madeAt, by, engine, input, inputSha256 }: ReviewRun,
  { samples, seed }: Pick<RunMadeModel, 'samples' | 'seed'>,
  given: string | undefined,
): Omit<RunMadeModel, 'jsonHref' | 'checkAction'> => ({
  number,
  made: `${ukTime(madeAt)}, by ${by}`,
  engine,
  samples,
  seed,
  inputSha256,
  stale: given !== input,
})
