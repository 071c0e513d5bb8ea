import { uploadedField } from '../../core/files/index.ts'
import type { FileUploadOptions } from '../components/index.ts'
import { html, type SafeHtml } from '../html.ts'
import { fileChooser } from './file-chooser.ts'

/**
 * An input for files of a form with this address. Without scripts they go with the form; scripts send them in pieces
 * before it, and the form carries what came.
 */
export const filesInput = (action: string, options: FileUploadOptions): SafeHtml =>
  html`<div data-uploads="${action}/uploads" data-upload-name="${uploadedField(options.name)}">
${fileChooser(options)}</div>`
