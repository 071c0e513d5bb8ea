import { decisionsPath } from '../decisions.paths.ts'

/** Where telling everybody stands, for the programme team. */
export const tellingPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/telling`

/** The record of telling, as it was hashed. */
export const tellingJsonPath = (fund: string, round: string): string => `${tellingPath(fund, round)}.json`

/** Telling the funders first. */
export const fundersPath = (fund: string, round: string): string => `${tellingPath(fund, round)}/funders`

/** The text of the letters about an outcome. */
export const lettersPath = (fund: string, round: string, outcome: string): string =>
  `${tellingPath(fund, round)}/letters/${outcome}`
