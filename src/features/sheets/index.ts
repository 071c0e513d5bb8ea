export {
  currentEntries,
  currentEntriesOfAll,
  type EntryVersion,
  insertVersion,
  versionsOf,
} from './entries.store.ts'
export { addEntryPath, entryHistoryPath, entryPath, removeEntryPath, sheetHome, sheetPath } from './sheets.paths.ts'
export { sheetRoutes } from './sheets.routes.ts'
export type { EntriesOf, OpenSheet, SheetAsked, SheetEvents, SheetsOwner, SheetWriter } from './sheets-owner.ts'
export { writeVersion } from './write-version.ts'
