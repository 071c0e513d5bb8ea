export { plainName, takenName } from './distinct-names.ts'
export { evidenceFiles, evidenceFilesOr, foundOrUploaded } from './evidence-files.ts'
export { type AnsweredTwice, type MergedAnswers, mergeAnswers } from './merge-answers.ts'
export { notForLater } from './not-for-later.ts'
export {
  type EntryList,
  formOf,
  itemNameOf,
  type PageForEach,
  pagesOf,
  type Sheet,
  type SheetPage,
  type Unfit,
} from './sheet.ts'
export { type SheetHere, sheetIn } from './sheet-here.ts'
export {
  contentOf,
  entriesOf,
  onlyEntry,
  type SheetEntries,
  type SheetEntry,
  type SheetRecord,
} from './sheet-record.ts'
export { hasCome, isToCome } from './when-it-is.ts'
