export {
  acceptOf,
  documentKinds,
  extensionOf,
  type FileKindId,
  fileKind,
  fileKindIds,
  kindNamed,
  kindOfContent,
} from './file-kind.ts'
export { tidyFileName } from './file-name.ts'
export { bytesInMegabyte, fileSizeWords } from './file-size.ts'
export {
  acceptedWords,
  type FileProblem,
  type FileRules,
  type FoundFile,
  fileProblemText,
  judgeFile,
  judgeName,
} from './judge-file.ts'
export { sentLimits } from './sent-limits.ts'
export { uploadedField } from './uploaded-field.ts'
