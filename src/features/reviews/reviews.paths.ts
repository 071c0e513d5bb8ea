/** The reviews that somebody works on. */
export const reviewsPath = '/reviews'

export const startReviewPath = '/reviews/new'

export const reviewPath = (reference: string): string => `${reviewsPath}/${reference}`

/** Demand and cost by year. */
export const serviceByYearPath = (reference: string): string => `${reviewPath(reference)}/service-by-year`

export const reviewSettingsPath = (reference: string): string => `${reviewPath(reference)}/settings`

export const reviewPeoplePath = (reference: string): string => `${reviewPath(reference)}/people`

/** A sheet, or the list of its entries. */
export const sheetPath = (reference: string, sheet: string): string => `${reviewPath(reference)}/sheets/${sheet}`

/** Where a sheet is looked at: its own page, where it has one. */
export const sheetHome = (reference: string, { id, home }: { readonly id: string; readonly home?: string }): string =>
  home === undefined ? sheetPath(reference, id) : `${reviewPath(reference)}/${home}`

/** Where an entry is added to a list. */
export const addEntryPath = (reference: string, sheet: string): string => `${sheetPath(reference, sheet)}/add`

export const entryPath = (reference: string, sheet: string, entry: string): string =>
  `${sheetPath(reference, sheet)}/${entry}`

export const removeEntryPath = (reference: string, sheet: string, entry: string): string =>
  `${entryPath(reference, sheet, entry)}/remove`

/** Where an entry is moved up or down its list. */
export const moveEntriesPath = (reference: string, sheet: string): string => `${sheetPath(reference, sheet)}/move`

export const entryHistoryPath = (reference: string, sheet: string, entry: string): string =>
  `${entryPath(reference, sheet, entry)}/history`
