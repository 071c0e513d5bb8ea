import type { AuthorityKind } from '../../core/authorities/authority.ts'
import { plainList } from '../../core/text/plain-list.ts'

const words: Readonly<Record<AuthorityKind, string>> = {
  county: 'county councils',
  district: 'district councils',
  unitary: 'unitary authorities',
  'metropolitan-district': 'metropolitan district councils',
  'london-borough': 'London borough councils',
  'city-of-london': 'the City of London Corporation',
  'combined-authority': 'combined authorities',
  'greater-london-authority': 'the Greater London Authority',
  'police-commissioner': 'police and crime commissioners',
  'fire-authority': 'fire and rescue authorities',
  'integrated-care-board': 'integrated care boards',
  'national-park-authority': 'national park authorities',
  'waste-authority': 'waste authorities',
}

/**
 * Kinds of body as a sentence names them.
 *
 * @example kindsInWords(['county', 'unitary']) // => 'county councils and unitary authorities'
 */
export const kindsInWords = (kinds: readonly AuthorityKind[]): string => plainList(kinds.map((kind) => words[kind]))

/** The same, one by one. */
export const kindWords = (kind: AuthorityKind): string => words[kind]
