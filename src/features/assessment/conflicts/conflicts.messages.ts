import type { StandingConflict, StandingKind } from '../../../core/conflicts/index.ts'
import type { ReleaseProblem } from './release-conflict.ts'

/** What a kind of conflict is called; `extra`: no conflict, but given already besides what is worked out. */
export const conflictWords: Readonly<Record<StandingKind | 'extra', string>> = {
  'own-authority': 'Own authority',
  partner: 'Partner of a joint bid',
  employer: 'Employer, now or in the last three years',
  supplier: 'Supplier that the bid names',
  'bidding-officer': 'Officer of an authority that bids in this round',
  neighbour: 'District of the same county',
  'county-and-district': 'County and its district',
  'combined-authority': 'Same combined authority',
  'home-authority': 'Lives there',
  declared: 'Declared by the assessor',
  extra: 'Reads it already, as an extra',
}

export const kindInWords = (kind: string): string => conflictWords[kind as StandingKind] ?? kind

export const standsWords = ({ treatment, released }: Pick<StandingConflict, 'treatment' | 'released'>): string =>
  treatment === 'hard' ? 'Never reads it' : released ? 'Released' : 'Does not read it unless released'

export function releaseProblemText({ code }: ReleaseProblem): string {
  switch (code) {
    case 'reason-missing':
      return 'Enter why they may read it all the same'
    case 'too-long':
      return 'The reason must be 2,000 characters or less'
    case 'own-conflict':
      return 'This is your own conflict: somebody else of the programme team decides on it'
    case 'nothing-soft':
      return 'There is nothing here that can be released'
    case 'not-released':
      return 'Nothing here was released'
  }
}
