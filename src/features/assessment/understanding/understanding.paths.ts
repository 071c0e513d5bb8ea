import { assessmentPath } from '../assessment.paths.ts'

/** What the scores of a round say. */
export const understandingPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/understanding`

/** Where somebody cancels what is being worked out. */
export const cancelUnderstandingPath = (fund: string, round: string): string =>
  `${understandingPath(fund, round)}/cancel`

/** The ranking as a file. */
export const rankingFilePath = (fund: string, round: string): string => `${understandingPath(fund, round)}.csv`

/** The scores of one application. */
export const applicationScoresPath = (fund: string, round: string, reference: string): string =>
  `${understandingPath(fund, round)}/applications/${reference}`
