import { dominates } from '../mcda/index.ts'
import type { ReviewAppraisal } from './money/index.ts'
import type { WeighedReview } from './weighing/index.ts'

/** An option by what it costs and what it is worth beside money. */
export type CostAndValue = {
  readonly id: string
  readonly title: string
  /** Present value of all its costs, in pounds. */
  readonly cost: number
  /** What weights and scores come to, from 0 to 100. */
  readonly value: number
  /** The titles of options that cost no more and are worth no less, and are better in one of both; none on the frontier. */
  readonly dominatedBy: readonly string[]
}

/**
 * Money beside what else matters, for every option that has both. The two are never made into one score: who is on the
 * frontier is a choice between more for more money and less for less.
 */
export function costAndValue({ options }: ReviewAppraisal, { given, result }: WeighedReview): readonly CostAndValue[] {
  const points = options.flatMap(({ option, economic }) => {
    const at = given.options.indexOf(option.id)
    const total = result.totals[at]
    if (total === undefined) return []
    return [
      { id: option.id, title: option.title, cost: economic.pvPublicCosts + economic.pvOtherCosts, value: total * 100 },
    ]
  })
  return points.map((point) => ({
    ...point,
    dominatedBy: points.filter((other) => dominates(merits(other), merits(point))).map(({ title }) => title),
  }))
}

/** The more, the better. */
const merits = ({ cost, value }: Pick<CostAndValue, 'cost' | 'value'>): readonly number[] => [-cost, value]
