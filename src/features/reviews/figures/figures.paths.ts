import type { SpreadsheetKind } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { reviewPath } from '../reviews.paths.ts'

/** The figures of a review as a spreadsheet with live formulas. */
export const figuresPath = (reference: string, kind: SpreadsheetKind): string =>
  `${reviewPath(reference)}/figures.${kind}`
