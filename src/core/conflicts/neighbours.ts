import type { Beside, Body } from './conflict.ts'

/** For each body those beyond its borders, and where each border is known from. */
export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Who is beyond whose borders. A county borders what its districts border, and the counties of those: maps of districts
 * say where counties meet too.
 *
 * @example neighboursOf([{ one: 'a', other: 'b', source: 'A map' }], new Map()).get('b') // => Map { 'a' => 'A map' }
 */
export function neighboursOf(borders: readonly Beside[], byId: ReadonlyMap<string, Body>): Neighbours {
  const beside = new Map<string, Map<string, string>>()
  const add = (one: string, other: string, source: string) => {
    const known = beside.get(one) ?? new Map<string, string>()
    if (!known.has(other)) known.set(other, source)
    beside.set(one, known)
  }
  const withCounty = (id: string): readonly string[] => [id, byId.get(id)?.countyId ?? []].flat()
  for (const { one, other, source } of borders) {
    const [ones, others] = [withCounty(one), withCounty(other)]
    for (const here of ones)
      for (const there of others) {
        // A county does not border what lies in it.
        if (ones.includes(there) || others.includes(here)) continue
        add(here, there, source)
        add(there, here, source)
      }
  }
  return beside
}
