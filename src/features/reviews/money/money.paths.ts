import { reviewPath } from '../reviews.paths.ts'

/** What every option comes to. */
export const appraisalPath = (reference: string): string => `${reviewPath(reference)}/appraisal`

/** Both ledgers of one option, line by line. */
export const ledgerPath = (reference: string, option: string): string => `${reviewPath(reference)}/ledger/${option}`

/** Benefits without a price, and who gets the others. */
export const benefitsPath = (reference: string): string => `${reviewPath(reference)}/benefits`

/** The options, each with the way to its amounts. */
export const amountsPath = (reference: string): string => `${reviewPath(reference)}/amounts`

/** All lines of an option by year. `from`: with lines to take over. */
export const gridPath = (reference: string, option: string, from = ''): string =>
  `${amountsPath(reference)}/${option}${from === '' ? '' : `?from=${encodeURIComponent(from)}`}`

/** Where a budget is sent, for one option when it is named. */
export const budgetPath = (reference: string, option = ''): string =>
  `${reviewPath(reference)}/budget${option === '' ? '' : `?option=${encodeURIComponent(option)}`}`

/** Where it is said what its columns are. */
export const checkBudgetPath = (reference: string): string => `${budgetPath(reference)}/check`

/** Where its rows are taken over. */
export const takeBudgetPath = (reference: string): string => `${budgetPath(reference)}/lines`
