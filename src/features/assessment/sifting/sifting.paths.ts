import { assessmentPath } from '../assessment.paths.ts'

export const siftPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/sift`

export const siftCsvPath = (fund: string, round: string): string => `${siftPath(fund, round)}.csv`

/** Sifts everything by the eligibility rules at once. */
export const siftByRulesPath = (fund: string, round: string): string => `${siftPath(fund, round)}/by-rules`

/** Finds several in scope at once. */
export const siftInScopePath = (fund: string, round: string): string => `${siftPath(fund, round)}/in-scope`

export const siftOnePath = (fund: string, round: string, reference: string): string =>
  `${siftPath(fund, round)}/applications/${reference}`
