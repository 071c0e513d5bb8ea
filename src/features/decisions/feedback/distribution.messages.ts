import { fewestInBand, type ScoreBand } from '../../../core/results/index.ts'
import type { Distribution, Spread } from './read-distribution.ts'

/** A band of scores in words. The highest includes 100. */
export const scoreBandWords = ({ from, to }: Pick<ScoreBand, 'from' | 'to'>): string =>
  to === 100 ? `${from}% to 100%` : `${from}% to less than ${to}%`

/** Which band an applicant's own score is in, beside its count. */
export const isOwnBand = ({ from, to }: ScoreBand, ownPercent: number | null): boolean =>
  ownPercent !== null && ownPercent >= from && (ownPercent < to || to === 100)

/** What a spread says of the applicant's own score and of what had to be reached. */
export const spreadSentences = ({ ownPercent, leastPercent }: Spread): readonly string[] => [
  ...(ownPercent === null ? [] : [`Your application scored ${Math.round(ownPercent)}%.`]),
  `An application needs ${leastPercent}% to be awarded.`,
]

/** Said in the place of a spread that would tell whose a score is. */
export const tooFew = `Fewer than ${fewestInBand} were scored, so how scores are spread is not shown.`

/** Why bands are as wide as they are. */
export const bandsNote = `No band holds fewer than ${fewestInBand}, so that nobody else’s score can be told.`

/** How far applications came, as counts. */
export const countsInWords = ({ received, scored, shortlisted, awarded }: Distribution) => [
  { value: received, label: 'applications received' },
  { value: scored, label: 'scored' },
  { value: shortlisted, label: 'on the shortlist' },
  { value: awarded, label: 'awarded' },
]

export const writtenTitle = 'Scores of the written applications'
export const totalTitle = 'Total scores, with the interview'
