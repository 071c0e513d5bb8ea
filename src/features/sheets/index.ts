export {
  currentEntries,
  currentEntriesOfAll,
  type EntryVersion,
  insertVersion,
  versionsOf,
} from './entries.store.ts'
export { forgetUnusedSheetFiles } from './forget-unused-files.ts'
export { sheetFileLists } from './own-files.ts'
export { sheetFileMail } from './sheets.messages.ts'
export {
  addEntryPath,
  entryHistoryPath,
  entryPath,
  removeEntryPath,
  sheetFilePath,
  sheetHome,
  sheetPath,
} from './sheets.paths.ts'
export { sheetRoutes } from './sheets.routes.ts'
export type {
  EntriesOf,
  OpenSheet,
  SheetAsked,
  SheetEvents,
  SheetFiles,
  SheetsOwner,
  SheetWriter,
} from './sheets-owner.ts'
export { writeVersion } from './write-version.ts'
