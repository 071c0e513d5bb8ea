import type { Criterion } from '../rules/index.ts'

/** Points given for criteria, by their ids. */
export type PointsByCriterion = ReadonlyMap<string, number>

/** So many parts of a hundred: sums of hundredths that should be equal are then equal. */
const parts = 1e6

const rounded = (value: number): number => Math.round(value * parts) / parts

const mostOf = ({ bands }: Pick<Criterion, 'bands'>): number => Math.max(...bands.map(({ points }) => points))

/**
 * What a review gives in all, of 100: the points for each criterion as a part of the most that its scale gives, by its
 * weight.
 *
 * @returns null while a criterion has no points
 * @example weightedTotal([{ id: 'a', weightPercent: 100, bands }], new Map([['a', 3]])) // => 75, of bands up to 4
 */
export function weightedTotal(
  criteria: readonly Pick<Criterion, 'id' | 'weightPercent' | 'bands'>[],
  points: PointsByCriterion,
): number | null {
  let total = 0
  for (const criterion of criteria) {
    const given = points.get(criterion.id)
    if (given === undefined) return null
    total += (criterion.weightPercent * given) / mostOf(criterion)
  }
  return rounded(total)
}

/** The least and the most that a review can give in all. */
export function totalScale(
  criteria: readonly Pick<Criterion, 'weightPercent' | 'bands'>[],
): readonly [least: number, most: number] {
  const least = criteria.reduce(
    (sum, { weightPercent, bands }) =>
      sum + (weightPercent * Math.min(...bands.map(({ points }) => points))) / mostOf({ bands }),
    0,
  )
  return [rounded(least), rounded(criteria.reduce((sum, { weightPercent }) => sum + weightPercent, 0))]
}

/**
 * What one point is worth in all when it is given for every criterion.
 *
 * @example pointWorth(fiveCriteriaOfBandsUpTo4) // => 25
 */
export const pointWorth = (criteria: readonly Pick<Criterion, 'weightPercent' | 'bands'>[]): number =>
  rounded(criteria.reduce((sum, { weightPercent, bands }) => sum + weightPercent / mostOf({ bands }), 0))

/** What one review gives an application in all. */
export type ReviewTotal = { readonly applicationId: string; readonly personId: string; readonly total: number }

/** An application by the plain mean of its totals: what ranks unless the sealed rules say otherwise. */
export type RawRank = {
  readonly applicationId: string
  readonly mean: number
  /** 1 is best; those with the same mean share the best of their places. */
  readonly rank: number
  readonly reviews: number
  /** Between the lowest and the highest total. */
  readonly range: number
}

/** The applications that have a total, best first; those with the same mean in the order of their ids. */
export function rawRanks(totals: readonly ReviewTotal[]): readonly RawRank[] {
  const byApplication = Map.groupBy(totals, ({ applicationId }) => applicationId)
  const means = [...byApplication].map(([applicationId, reviews]) => {
    const given = reviews.map(({ total }) => total)
    const mean = rounded(given.reduce((sum, total) => sum + total, 0) / given.length)
    return { applicationId, mean, reviews: given.length, range: rounded(Math.max(...given) - Math.min(...given)) }
  })
  means.sort((one, other) => other.mean - one.mean || (one.applicationId < other.applicationId ? -1 : 1))
  const ranks: RawRank[] = []
  for (const [index, each] of means.entries()) {
    const before = ranks.at(-1)
    ranks.push({ ...each, rank: before !== undefined && before.mean === each.mean ? before.rank : index + 1 })
  }
  return ranks
}
