import { wholePounds } from '../../../core/forms/index.ts'
import {
  costAndValue,
  type ReviewAppraisal,
  type ReviewWeighing,
  tradeFinding,
  tradeLetter,
  tradeVerdict,
  weighReview,
} from '../../../core/reviews/index.ts'
import type { TradeModel } from './pages/trade.ts'

/**
 * Money beside what else matters, where both are there.
 *
 * @returns undefined before options were weighed and scored
 */
export function describeTrade(
  appraisal: ReviewAppraisal,
  weighing: ReviewWeighing | undefined,
): TradeModel | undefined {
  const weighed = weighing === undefined ? undefined : weighReview(weighing)
  if (weighed === undefined) return undefined
  const options = costAndValue(appraisal, weighed)
  return {
    finding: tradeFinding(options),
    points: options.map((option, at) => ({
      letter: tradeLetter(at),
      title: option.title,
      cost: option.cost,
      value: option.value,
      costWords: wholePounds(option.cost),
      valueWords: option.value.toFixed(1),
      verdict: tradeVerdict(option),
      onFrontier: option.dominatedBy.length === 0,
    })),
  }
}
