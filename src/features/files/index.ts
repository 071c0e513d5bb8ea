export { fileFormRoutes } from './file-form.routes.ts'
export { filesJobs } from './files.jobs.ts'
export {
  allFilesOf,
  type FileOwner,
  type FileState,
  fileById,
  fileStatesColumn,
  filesOfOwner,
  filesOfQuestion,
  type StoredFile,
} from './files.store.ts'
export { type KeptFile, keepFile, mostBytesOfOwner } from './keep-file.ts'
export { judgeSeveral, keepSeveral, type SentFile } from './keep-several.ts'
export { type OpenedFile, openFile } from './open-file.ts'
export { removeFile } from './remove-file.ts'
export type { TellOfFile } from './scan-file.ts'
export { inputNamed, type Uploader, uploadRoutes } from './uploads.routes.ts'
