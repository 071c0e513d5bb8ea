import { diskFiles, filesIn } from './disk-files.ts'
import type { Files, FilesSettings } from './files.ts'
import { s3Files } from './s3-files.ts'

/** The files of the service, wherever its settings say that they are kept. */
export const openFiles = (settings: FilesSettings, dataDirectory: string): Files =>
  settings.kind === 's3' ? s3Files(settings) : diskFiles(filesIn(dataDirectory))
