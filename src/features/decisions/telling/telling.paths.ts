import { decisionsPath } from '../decisions.paths.ts'

/** The letter about the decision on an application, as a page. */
export const decidedPath = (reference: string): string => `/applications/${reference}/decision`

/** The same as a file. */
export const letterPath = (reference: string): string => `${decidedPath(reference)}/letter`

/** Where telling everybody stands, for the programme team. */
export const tellingPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/telling`

/** Telling the funders first. */
export const fundersPath = (fund: string, round: string): string => `${tellingPath(fund, round)}/funders`

/** The text of the letters about an outcome. */
export const lettersPath = (fund: string, round: string, outcome: string): string =>
  `${tellingPath(fund, round)}/letters/${outcome}`
