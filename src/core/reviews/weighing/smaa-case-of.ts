import type { KnownWeights, SmaaCase } from '../../mcda/index.ts'
import type { JointValue, WeighedReview } from './weigh-review.ts'

/** What is taken as known of the weights: nothing, their order, or the weights that were given. */
export const knownOfWeights = ['free', 'order', 'given'] as const
export type KnownOfWeights = (typeof knownOfWeights)[number]

/**
 * A weighed review as a question of which options are best under which weights and scores. A value on which people differ
 * is spread between the lowest and the highest that they gave, most likely their mean.
 */
export const smaaCaseOf = (
  { given, result, values }: WeighedReview,
  known: KnownOfWeights,
  { samples, seed }: Pick<SmaaCase, 'samples' | 'seed'>,
): SmaaCase => ({
  options: given.options,
  criteria: given.criteria.map(({ id }) => id),
  values: values.map((row) => row.map(spreadOf)),
  weights: weightsAs(known, given.criteria, result.weights),
  samples,
  seed,
})

const spreadOf = ({ lowest, mean, highest }: JointValue): SmaaCase['values'][number][number] =>
  lowest === highest ? mean : { kind: 'triangular', low: lowest, mode: mean, high: highest }

function weightsAs(
  known: KnownOfWeights,
  criteria: WeighedReview['given']['criteria'],
  weights: readonly number[],
): KnownWeights {
  if (known === 'free') return 'free'
  if (known === 'given') return { exact: weights }
  return { order: criteria.toSorted((one, other) => other.swing - one.swing).map(({ id }) => id) }
}
