import type { AuthorityKind } from './authority.ts'

const kinds: Readonly<Record<AuthorityKind, readonly [one: string, many: string]>> = {
  county: ['a county council', 'county councils'],
  district: ['a district council', 'district councils'],
  unitary: ['a unitary authority', 'unitary authorities'],
  'metropolitan-district': ['a metropolitan district council', 'metropolitan district councils'],
  'london-borough': ['a London borough council', 'London borough councils'],
  'city-of-london': ['the City of London Corporation', 'the City of London Corporation'],
  'combined-authority': ['a combined authority', 'combined authorities'],
  'greater-london-authority': ['the Greater London Authority', 'the Greater London Authority'],
  'police-commissioner': ['a police and crime commissioner', 'police and crime commissioners'],
  'fire-authority': ['a fire and rescue authority', 'fire and rescue authorities'],
  'integrated-care-board': ['an integrated care board', 'integrated care boards'],
  'national-park-authority': ['a national park authority', 'national park authorities'],
  'waste-authority': ['a waste authority', 'waste authorities'],
}

const isKind = (text: string): text is AuthorityKind => Object.hasOwn(kinds, text)

/**
 * A body of this kind, as a sentence names it.
 *
 * @example kindWords('county') // => 'a county council'
 * @example kindWords('none') // => 'another kind of public body'
 */
export const kindWords = (kind: string): string => (isKind(kind) ? kinds[kind][0] : 'another kind of public body')

/** @example kindPlural('county') // => 'county councils' */
export const kindPlural = (kind: string): string => (isKind(kind) ? kinds[kind][1] : 'other public bodies')
