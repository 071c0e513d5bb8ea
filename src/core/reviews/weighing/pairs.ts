import { mostInconsistent, pairWeights } from '../../mcda/index.ts'
import type { ReviewCriterion } from '../review-criterion.ts'
import type { ReviewWeighing, WeighingPerson } from './weighing.ts'

/** By criterion, how many times as much its step matters as that of each criterion after it. */
export type Pairs = NonNullable<WeighingPerson['pairs']>

/** How far comparisons contradict one another. */
export type Consistency = {
  /** 0 where they do not at all. */
  readonly ratio: number
  /** Whether they should be looked at again. */
  readonly isHigh: boolean
  /** The comparison that is furthest from what all together come to: titles of its criteria. */
  readonly furthest: readonly [one: string, other: string] | undefined
}

type Criteria = readonly Pick<ReviewCriterion, 'id' | 'title'>[]

/** Comparisons as rows and columns in the order of the criteria; below the diagonal they are turned round. */
export const pairMatrix = (
  criteria: readonly Pick<ReviewCriterion, 'id'>[],
  pairs: Pairs,
): readonly (readonly number[])[] =>
  criteria.map(({ id: row }, at) =>
    criteria.map(({ id: column }, beside) => {
      if (at === beside) return 1
      return at < beside ? (pairs[row]?.[column] ?? Number.NaN) : 1 / (pairs[column]?.[row] ?? Number.NaN)
    }),
  )

/** @throws {RangeError} if a comparison of these criteria is missing: a fault of ours, since they are kept whole */
export function consistencyOf(criteria: Criteria, pairs: Pairs): Consistency {
  const matrix = pairMatrix(criteria, pairs)
  const { weights, consistencyRatio: ratio } = pairWeights(matrix)
  let most = 0
  let furthest: Consistency['furthest']
  for (const [at, row] of matrix.entries())
    for (const [beside, times] of row.entries()) {
      const apart = Math.abs(Math.log((times * (weights[beside] ?? 0)) / (weights[at] ?? 0)))
      if (beside <= at || apart <= most) continue
      most = apart
      furthest = [criteria[at]?.title ?? '', criteria[beside]?.title ?? '']
    }
  const isHigh = ratio > mostInconsistent
  return { ratio, isHigh, furthest: isHigh ? furthest : undefined }
}

/** The consistency of everybody who compared in pairs, by name. */
export const consistencies = ({ criteria, people }: Pick<ReviewWeighing, 'criteria' | 'people'>) =>
  people.flatMap(({ name, pairs }) => (pairs ? [{ name, ...consistencyOf(criteria, pairs) }] : []))

/** @example consistencyWords({ ratio: 0.2289, isHigh: true, furthest: undefined }) // => '0.23, above 0.10: these comparisons contradict one another' */
export const consistencyWords = ({ ratio, isHigh }: Consistency): string =>
  isHigh ? `${ratio.toFixed(2)}, above 0.10: these comparisons contradict one another` : ratio.toFixed(2)
