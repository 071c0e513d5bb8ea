import { dominates } from '../../mcda/index.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import type { WeighedReview } from './weigh-review.ts'

/** What to look at before the result is believed. Options and criteria are their ids. */
export type WeighingWarning =
  | { readonly code: 'counted-in-money'; readonly criterion: string; readonly partly: boolean }
  | { readonly code: 'no-swing' | 'no-weight'; readonly criterion: string }
  | { readonly code: 'dominated'; readonly option: string; readonly by: readonly string[] }
  | { readonly code: 'level'; readonly options: readonly string[] }
  | { readonly code: 'close-call'; readonly leader: string; readonly second: readonly string[]; readonly lead: number }
  | { readonly code: 'group-differs'; readonly speaksFor: string; readonly leaders: readonly string[] }

/** A lead of less than this share of the leader's total is a close call. */
export const closeCall = 0.1

/** All that a reader should be warned of in what was weighed. */
export function weighingWarnings(
  criteria: readonly ReviewCriterion[],
  weighed: WeighedReview,
): readonly WeighingWarning[] {
  const { given, result } = weighed
  const columnOf = (column: number): readonly number[] => given.values.map((row) => row[column] ?? 0)
  return [
    ...criteria.flatMap(({ id, counted }) =>
      counted === 'no' ? [] : [{ code: 'counted-in-money', criterion: id, partly: counted === 'partly' } as const],
    ),
    ...criteria.flatMap(({ id: criterion }, column): readonly WeighingWarning[] => {
      if (new Set(columnOf(column)).size === 1) return [{ code: 'no-swing', criterion }]
      return result.weights[column] === 0 ? [{ code: 'no-weight', criterion }] : []
    }),
    ...result.dominated.map((option) => ({ code: 'dominated', option, by: dominators(weighed, option) }) as const),
    ...leadWarnings(weighed),
    ...weighed.groups
      .filter(({ leaders }) => !leaders.includes(result.ranking[0]?.[0] ?? ''))
      .map(({ speaksFor, leaders }) => ({ code: 'group-differs', speaksFor, leaders }) as const),
  ]
}

function dominators({ given: { options, values } }: WeighedReview, option: string): readonly string[] {
  const own = values[options.indexOf(option)] ?? []
  return options.filter((_, row) => dominates(values[row] ?? [], own))
}

function leadWarnings({ given, result }: WeighedReview): readonly WeighingWarning[] {
  const [first = [], second = []] = result.ranking
  if (first.length > 1) return [{ code: 'level', options: first }]
  const totalOf = (option: string | undefined): number => result.totals[given.options.indexOf(option ?? '')] ?? 0
  const lead = totalOf(first[0]) - totalOf(second[0])
  return second.length > 0 && lead < closeCall * totalOf(first[0])
    ? [{ code: 'close-call', leader: first[0] ?? '', second, lead }]
    : []
}
