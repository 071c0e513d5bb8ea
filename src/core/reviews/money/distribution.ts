import { distributionWeight } from '../../appraisal/index.ts'
import { answerOf } from '../../forms/index.ts'
import { contentOf, entriesOf } from '../../sheets/index.ts'
import { type ReviewOption, textIn } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { ReviewAppraisal } from './appraise-review.ts'

/** Who gets the benefits, and how much a pound to them counts. */
export type WeightedGroup = {
  readonly id: string
  readonly title: string
  readonly income: number
  readonly weight: number
}

/** An option with and without the weights. Pounds of the first year. */
export type WeightedOption = {
  readonly option: ReviewOption
  readonly npsv: number
  readonly weighted: number
  /** Shares of the benefits by group, in its order; and of those whose share was not said, who count as they are. */
  readonly shares: readonly number[]
  readonly others: number
}

export type Distribution = {
  readonly median: number
  readonly groups: readonly WeightedGroup[]
  readonly options: readonly WeightedOption[]
  /** Options of whose benefits more than all were given to groups: they are not weighted. */
  readonly overshared: readonly ReviewOption[]
}

/** The question for what a group gets of the benefits of an option. */
export const shareQuestion = (option: string): string => `share-${option}`

/**
 * Net present social values with the benefits weighted by the incomes of those who get them, to stand beside the values
 * that are not weighted, never in their place.
 *
 * @returns undefined where no group, or no median income, was given
 * @see docs/sources.md#green-book-2026 (paragraphs 7.11 to 7.15)
 */
export function distributionOf(record: ReviewRecord, { options }: ReviewAppraisal): Distribution | undefined {
  const median = answerOf(contentOf(record, 'money'), 'median')
  const entries = entriesOf(record, 'groups')
  if (typeof median !== 'number' || !(median > 0) || entries.length === 0) return undefined
  const groups = entries.flatMap(({ id, content }) => {
    const income = answerOf(content, 'income')
    if (typeof income !== 'number' || !(income > 0)) return []
    return { id, title: textIn(content, 'title'), income, weight: distributionWeight(income, median), content }
  })
  const shared = options.map(({ option, economic }) => {
    const shares = groups.map(({ content }) => {
      const share = answerOf(content, shareQuestion(option.id))
      return typeof share === 'number' ? share / 100 : 0
    })
    const others = 1 - shares.reduce((sum, share) => sum + share, 0)
    const more = shares.reduce((sum, share, at) => sum + share * ((groups[at]?.weight ?? 1) - 1), 0)
    const { npsv, pvBenefits } = economic
    return { option, npsv, weighted: npsv + pvBenefits * more, shares, others }
  })
  return {
    median,
    groups: groups.map(({ content: _, ...group }) => group),
    options: shared.filter(({ others }) => others >= -rounding),
    overshared: shared.filter(({ others }) => others < -rounding).map(({ option }) => option),
  }
}

/** What sums of percentages may be out by. */
const rounding = 1e-9
