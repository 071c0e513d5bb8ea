import * as sheets from '../sheets/index.ts'

/** The reviews that somebody works on. */
export const reviewsPath = '/reviews'

export const startReviewPath = '/reviews/new'

export const reviewPath = (reference: string): string => `${reviewsPath}/${reference}`

/** Demand and cost by year. */
export const serviceByYearPath = (reference: string): string => `${reviewPath(reference)}/service-by-year`

export const reviewSettingsPath = (reference: string): string => `${reviewPath(reference)}/settings`

export const reviewPeoplePath = (reference: string): string => `${reviewPath(reference)}/people`

/** A sheet, or the list of its entries. */
export const sheetPath = (reference: string, sheet: string): string => sheets.sheetPath(reviewPath(reference), sheet)

/** Where a sheet is looked at: its own page, where it has one. */
export const sheetHome = (reference: string, sheet: { readonly id: string; readonly home?: string }): string =>
  sheets.sheetHome(reviewPath(reference), sheet)

/** Where an entry is added to a list. */
export const addEntryPath = (reference: string, sheet: string): string =>
  sheets.addEntryPath(reviewPath(reference), sheet)

export const entryPath = (reference: string, sheet: string, entry: string): string =>
  sheets.entryPath(reviewPath(reference), sheet, entry)

/** The engagement plan and log of a review. */
export const engagementPath = (reference: string): string => sheetPath(reference, 'engagement')
