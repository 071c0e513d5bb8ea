import { reviewPath } from '../reviews.paths.ts'
import type { Edition } from './report-editions.ts'

/** The report of a review, for those who decide, for the public, or what is withheld from it. */
export const reportPath = (reference: string, edition: Edition): string => `${reviewPath(reference)}/report/${edition}`

export const reportPdfPath = (reference: string, edition: Edition): string =>
  `${reportPath(reference, edition)}/report.pdf`

export const reportWordPath = (reference: string, edition: Edition): string =>
  `${reportPath(reference, edition)}/report.docx`
