import { decisionsPath } from '../decisions.paths.ts'

/** The portfolios of a round: what the sealed rules propose, and what was tried besides. */
export const portfoliosPath = (fund: string, round: string): string => `${decisionsPath(fund, round)}/portfolios`

/** One that was worked out. */
export const portfolioPath = (fund: string, round: string, number: number): string =>
  `${portfoliosPath(fund, round)}/${number}`
