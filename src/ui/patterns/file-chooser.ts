import { type FileUploadOptions, fileUpload } from '../components/index.ts'
import type { SafeHtml } from '../html.ts'

/** An input for files: the browser’s own without scripts, and with them one on which files can be dropped too. */
export const fileChooser = (options: FileUploadOptions): SafeHtml =>
  fileUpload({
    ...options,
    javascript: true,
    chooseFilesButtonText: 'Browse',
    enteredDropZoneText: 'Drop here',
    leftDropZoneText: 'Not dropped here',
    ...(options.multiple ? several : one),
  })

const one = { noFileChosenText: 'No file chosen', dropInstructionText: 'or drop the file here' }

const several = {
  noFileChosenText: 'No files chosen',
  dropInstructionText: 'or drop files here',
  multipleFilesChosenText: { one: '%{count} file chosen', other: '%{count} files chosen' },
}
