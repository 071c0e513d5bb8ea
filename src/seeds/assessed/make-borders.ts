import type { MadeAuthority } from './make-authorities.ts'

/** Two made-up authorities beside one another. */
export type MadeBorder = readonly [one: string, other: string]

/** How many of those that are drawn after it an authority lies beside. */
const beside = 2

/**
 * A made-up map: the authorities of a region in the order in which they were drawn, each beside the next two that are of
 * its sort. What covers a county lies beside what covers a county, and a combined authority beside nobody.
 */
export function makeBorders(authorities: readonly MadeAuthority[]): readonly MadeBorder[] {
  const sorts = Map.groupBy(
    authorities.filter(({ kind }) => kind !== 'combined-authority'),
    ({ kind, region }) => `${region} ${kind === 'county' ? 'county' : 'other'}`,
  )
  return [...sorts.values()].flatMap((those) =>
    those.flatMap(({ id }, at) => those.slice(at + 1, at + 1 + beside).map((other): MadeBorder => [id, other.id])),
  )
}
