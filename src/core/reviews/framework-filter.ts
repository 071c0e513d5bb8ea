import { hasSubstance, leastWordsOfReason } from '../rules/index.ts'

/**
 * What is chosen between, one after the other: each choice of one category is made with those before it in mind.
 *
 * @see docs/sources.md#green-book-2026 (paragraphs 5.22 to 5.27, table 5)
 */
export const filterCategories = ['scope', 'solution', 'delivery', 'implementation', 'funding'] as const
export type FilterCategory = (typeof filterCategories)[number]

/** Critical success factors (table 4), with the constraints of paragraph 5.6. */
export const successFactors = [
  'strategic-fit',
  'value-for-money',
  'supplier-capacity',
  'affordability',
  'achievability',
  'constraints',
] as const
export type SuccessFactor = (typeof successFactors)[number]

/** Red: dropped. Amber: carried forward. Green: the preferred one of its category. */
export type Rating = 'red' | 'amber' | 'green'

/** One choice in a category, such as a way of delivery, with how it was rated and why. */
export type RatedChoice = {
  readonly id: string
  readonly category: FilterCategory
  readonly title: string
  /** Business as usual is carried forward whatever it fails. */
  readonly businessAsUsual: boolean
  /** Factors that it fails. */
  readonly fails: readonly SuccessFactor[]
  readonly rating: Rating | null
  readonly reason: string
}

export type FilterProblem =
  | { readonly code: 'not-rated' | 'red-is-business-as-usual'; readonly choice: string }
  | { readonly code: 'reason-too-thin'; readonly choice: string; readonly least: number }
  | { readonly code: 'fails-and-not-red'; readonly choice: string; readonly fails: readonly SuccessFactor[] }
  | { readonly code: 'no-green' | 'several-greens' | 'no-business-as-usual'; readonly category: FilterCategory }

/**
 * Looks at a filter before a shortlist is made of it: everything is rated for a reason, one choice of each category is
 * preferred, nothing that fails a critical success factor goes on, and business as usual always does.
 *
 * @returns all that is in the way; empty when nothing is
 */
export function filterProblems(choices: readonly RatedChoice[]): readonly FilterProblem[] {
  const used = filterCategories.filter((category) => choices.some((choice) => choice.category === category))
  return [...choices.flatMap(problemsOf), ...used.flatMap((category) => categoryProblems(category, choices))]
}

function problemsOf({ id, businessAsUsual, fails, rating, reason }: RatedChoice): readonly FilterProblem[] {
  if (rating === null) return [{ code: 'not-rated', choice: id }]
  const thin = !hasSubstance(reason)
  const kept = rating !== 'red'
  return [
    ...(thin ? [{ code: 'reason-too-thin', choice: id, least: leastWordsOfReason } as const] : []),
    ...(businessAsUsual && !kept ? [{ code: 'red-is-business-as-usual', choice: id } as const] : []),
    ...(!businessAsUsual && kept && fails.length > 0
      ? [{ code: 'fails-and-not-red', choice: id, fails } as const]
      : []),
  ]
}

function categoryProblems(category: FilterCategory, choices: readonly RatedChoice[]): readonly FilterProblem[] {
  const own = choices.filter((choice) => choice.category === category)
  const greens = own.filter(({ rating }) => rating === 'green').length
  return [
    ...(greens === 0 ? [{ code: 'no-green', category } as const] : []),
    ...(greens > 1 ? [{ code: 'several-greens', category } as const] : []),
    ...(own.some(({ businessAsUsual }) => businessAsUsual)
      ? []
      : [{ code: 'no-business-as-usual', category } as const]),
  ]
}
