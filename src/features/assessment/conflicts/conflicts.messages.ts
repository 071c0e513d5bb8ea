import type { StandingConflict, StandingKind } from '../../../core/conflicts/index.ts'
import type { ReleaseProblem } from './release-conflict.ts'

/** What a kind of conflict is called; `extra`: no conflict, but given already besides what is worked out. */
export const conflictWords: Readonly<Record<StandingKind | 'extra', string>> = {
  'own-authority': 'Own authority',
  partner: 'Partner of a joint bid',
  employer: 'Employer, now or in the last three years',
  supplier: 'Supplier that the bid names',
  'bidding-officer': 'Officer of an authority that bids in this round',
  neighbour: 'Neighbour',
  'county-and-district': 'County and its district',
  'combined-authority': 'Same combined authority',
  'home-authority': 'Lives there',
  declared: 'Declared by the assessor',
  'handed-back': 'Handed back by the assessor',
  extra: 'Reads it already, as an extra',
}

export const kindInWords = (kind: string): string => conflictWords[kind as StandingKind] ?? kind

export const standsWords = ({ treatment, released }: Pick<StandingConflict, 'treatment' | 'released'>): string =>
  treatment === 'hard' ? 'Never reads it' : released ? 'Released' : 'Does not read it unless released'

/** What a conflict rests on: whom it is between, and for neighbours how that is known. */
export function restsWords(
  { kind, source }: Pick<StandingConflict, 'kind' | 'source'>,
  names: readonly string[],
): string {
  const between = [...new Set(names)].join(', ')
  if (kind !== 'neighbour') return between
  return `${between}. ${source === null ? 'Districts of the same county' : `Border from ${source}`}`
}

/** Which neighbours are looked for: without borders nobody should think that all are. */
export function neighboursWords(sources: readonly { readonly count: number; readonly words: string }[]): string {
  if (sources.length === 0)
    return 'The register has no borders. Of neighbours, only the districts of one county were looked for. An administrator can take borders in.'
  const all = sources.map(({ count, words }) => `${count} ${count === 1 ? 'border' : 'borders'} from ${words}`)
  return `Neighbours are found from ${all.join('; ')}, and from which districts are in one county.`
}

export function releaseProblemText({ code }: ReleaseProblem): string {
  switch (code) {
    case 'reason-missing':
      return 'Enter why they may read it all the same'
    case 'too-long':
      return 'The reason must be 2,000 characters or less'
    case 'own-conflict':
      return 'This is your own conflict: somebody else of the programme team decides on it'
    case 'nothing-soft':
      return 'This conflict cannot be released'
    case 'not-released':
      return 'Nothing here was released'
  }
}
