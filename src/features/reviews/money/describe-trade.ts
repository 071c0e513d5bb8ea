import { wholePounds } from '../../../core/forms/index.ts'
import {
  type CostAndValue,
  costAndValue,
  type ReviewAppraisal,
  type ReviewWeighing,
  weighReview,
} from '../../../core/reviews/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
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
    finding: findingOf(options),
    points: options.map(({ title, cost, value, dominatedBy }, at) => ({
      letter: letterOf(at),
      title,
      cost,
      value,
      costWords: wholePounds(cost),
      valueWords: value.toFixed(1),
      verdict:
        dominatedBy.length === 0
          ? 'On the frontier: no other option is worth as much for less'
          : `${plainList(dominatedBy.map((each) => `“${each}”`))} ${dominatedBy.length > 1 ? 'cost' : 'costs'} no more and ${dominatedBy.length > 1 ? 'are' : 'is'} worth no less`,
      onFrontier: dominatedBy.length === 0,
    })),
  }
}

/** @example letterOf(0) // => 'A' */
const letterOf = (at: number): string => String.fromCharCode(65 + at)

function findingOf(options: readonly CostAndValue[]): string {
  const frontier = options.filter(({ dominatedBy }) => dominatedBy.length === 0).map(({ title }) => `“${title}”`)
  return frontier.length === options.length
    ? 'Every option that is worth more costs more: which one is a choice.'
    : `${plainList(frontier)} ${frontier.length > 1 ? 'are' : 'is'} on the frontier: for every other option there is one that costs no more and is worth no less.`
}
