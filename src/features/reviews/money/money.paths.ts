import { reviewPath } from '../reviews.paths.ts'

/** What every option comes to. */
export const appraisalPath = (reference: string): string => `${reviewPath(reference)}/appraisal`

/** Both ledgers of one option, line by line. */
export const ledgerPath = (reference: string, option: string): string => `${reviewPath(reference)}/ledger/${option}`
