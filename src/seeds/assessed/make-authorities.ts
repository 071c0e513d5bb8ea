import type { Chance } from './chance.ts'
import type { Words } from './words.ts'

/** An authority that does not exist, in a region that does. */
export type MadeAuthority = {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly region: string
  readonly countyId: string | null
  readonly combinedAuthorityId: string | null
}

/**
 * So many made-up authorities, no two of one name: enough for one of each kind. A district lies in a county, and in the
 * region of that county; a metropolitan district in a combined authority of its region, where there is one.
 */
export function makeAuthorities(words: Words, chance: Chance, count: number): readonly MadeAuthority[] {
  const places = chance.some(
    words.placeStarts.flatMap((start) => words.placeEnds.map((end) => `${start}${end}`)),
    count,
  )
  const bag = words.kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  const drawn = places.map((place, at) => {
    // One of each kind first, so that even a few authorities are of every kind.
    const { kind, regions, names } = words.kinds[at] ?? chance.one(bag)
    return {
      id: `X-${place.toUpperCase()}`,
      name: chance.one(names).replace('%', place),
      shortName: kind === 'county' ? `${place}shire` : place,
      kind,
      region: chance.one(regions),
    }
  })
  const above = (kind: string, region: string): string | null => {
    const found = drawn.filter((each) => each.kind === kind && each.region === region)
    return found.length === 0 ? null : chance.one(found).id
  }
  const counties = drawn.filter(({ kind }) => kind === 'county')
  return drawn.map((each) => {
    if (each.kind !== 'district') {
      const combinedAuthorityId =
        each.kind === 'metropolitan-district' ? above('combined-authority', each.region) : null
      return { ...each, countyId: null, combinedAuthorityId }
    }
    const near = counties.filter(({ region }) => region === each.region)
    const county = chance.one(near.length === 0 ? counties : near)
    return { ...each, region: county.region, countyId: county.id, combinedAuthorityId: null }
  })
}
