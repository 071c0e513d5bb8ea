/** A sheet, or the list of its entries, below the address of its owner. */
export const sheetPath = (home: string, sheet: string): string => `${home}/sheets/${sheet}`

/** Where a sheet is looked at: its own page, where it has one. */
export const sheetHome = (home: string, { id, home: own }: { readonly id: string; readonly home?: string }): string =>
  own === undefined ? sheetPath(home, id) : `${home}/${own}`

/** Where an entry is added to a list. */
export const addEntryPath = (home: string, sheet: string): string => `${sheetPath(home, sheet)}/add`

export const entryPath = (home: string, sheet: string, entry: string): string => `${sheetPath(home, sheet)}/${entry}`

/** A file of a page. */
export const sheetFilePath = (home: string, sheet: string, file: string): string =>
  `${sheetPath(home, sheet)}/files/${file}`

/** Where scripts send files of a page in pieces; of one that is added, below `add`. */
export const pageUploadsPath = (home: string, sheet: string, entry: string | undefined): string =>
  `${sheetPath(home, sheet)}/uploads/${entry ?? newPage}`

/** What stands for the page of an entry that is not there yet. */
export const newPage = 'add'

export const removeEntryPath = (home: string, sheet: string, entry: string): string =>
  `${entryPath(home, sheet, entry)}/remove`

/** Where an entry is moved up or down its list. */
export const moveEntriesPath = (home: string, sheet: string): string => `${sheetPath(home, sheet)}/move`

export const entryHistoryPath = (home: string, sheet: string, entry: string): string =>
  `${entryPath(home, sheet, entry)}/history`
