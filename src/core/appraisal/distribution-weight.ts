/** How quickly a pound matters less to whoever has more (Green Book 2026, paragraph 7.14). */
const elasticity = 1.3

/** What a household's income is divided by, to compare it with that of others (Green Book 2026, paragraph 7.15). */
const shares = { firstAdult: 0.67, furtherAdult: 0.33, child: 0.2 } as const

/** Those of a household. `older`: children of 14 and more, who count as adults. */
export type Household = { readonly adults: number; readonly older: number; readonly children: number }

/**
 * What a household of one income has in the terms of a couple without children.
 *
 * @throws {RangeError} if there is no adult
 * @example equivalisedIncome(300, { adults: 2, older: 0, children: 0 }) // => 300
 */
export function equivalisedIncome(pounds: number, { adults, older, children }: Household): number {
  if (adults < 1) throw new RangeError('a household has at least one adult')
  return pounds / (shares.firstAdult + (adults - 1 + older) * shares.furtherAdult + children * shares.child)
}

/**
 * How much a pound to this group counts beside a pound to somebody with the median income. Weighted values stand beside
 * those that are not, never in their place.
 *
 * @param pounds median equivalised income of the group
 * @param median that of the country
 * @throws {RangeError} if either is not above nothing
 */
export function distributionWeight(pounds: number, median: number): number {
  if (!(pounds > 0 && median > 0)) throw new RangeError('incomes must be above nothing')
  return (median / pounds) ** elasticity
}
