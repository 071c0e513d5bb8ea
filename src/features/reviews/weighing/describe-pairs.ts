import { consistencyOf, pairChoices, pairsOf, type ReviewCriterion } from '../../../core/reviews/index.ts'
import type { WeightsTyped } from './give-weights.ts'
import type { GivenWeights } from './own.store.ts'
import type { OwnPairsModel } from './pages/pairs.ts'
import { percentText } from './weighed.messages.ts'
import { pairField } from './weighing.messages.ts'

/**
 * The comparisons of one person, as their page shows them.
 *
 * @param mine those that are kept; undefined before any are
 * @param typed what was typed and not kept; undefined where nothing was
 */
export function describePairs(
  criteria: readonly ReviewCriterion[],
  mine: GivenWeights | undefined,
  typed: WeightsTyped | undefined,
): Pick<OwnPairsModel, 'criteria' | 'pairs' | 'kept'> {
  return {
    criteria: criteria.map((criterion) => ({
      ...criterion,
      reason: (typed === undefined ? mine?.reasons[criterion.id] : typed.each[criterion.id]?.reason) ?? '',
    })),
    pairs: pairsOf(criteria).map(([one, other]) => ({
      field: pairField(one.id, other.id),
      one: one.title,
      other: other.title,
      chosen: typed === undefined ? choiceOf(mine?.pairs?.[one.id]?.[other.id]) : typed.pair(one.id, other.id),
    })),
    kept: mine?.pairs ? keptOf(criteria, { ...mine, pairs: mine.pairs }) : undefined,
  }
}

const choiceOf = (times: number | undefined): string => [...pairChoices].find(([, each]) => each === times)?.[0] ?? ''

function keptOf(
  criteria: readonly ReviewCriterion[],
  { points, pairs }: Required<Pick<GivenWeights, 'points'>> & { readonly pairs: NonNullable<GivenWeights['pairs']> },
): OwnPairsModel['kept'] {
  const { ratio, furthest } = consistencyOf(criteria, pairs)
  return {
    weights: criteria.map(({ id, title }) => ({ title, weight: percentText((points[id] ?? 0) / 100) })),
    ratio: ratio.toFixed(2),
    lookAgain:
      furthest &&
      `Your comparisons contradict one another: their consistency ratio is above 0.10. Look at them again, first at that of “${furthest[0]}” with “${furthest[1]}”, which is furthest from the others. They are kept as they are.`,
  }
}
