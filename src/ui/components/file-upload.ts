import { html, type SafeHtml } from '../html.ts'
import { beside, type FieldOptions, fieldGroup } from './form-group.ts'
import {
  type Attributes,
  attribute,
  attributesOf,
  flag,
  more,
  type Optional,
  type Plurals,
  type Styled,
  wordsFor,
} from './parts.ts'

export type FileUploadOptions = FieldOptions &
  Styled &
  Optional<{
    disabled: boolean
    multiple: boolean
    /** Adds a place to drop files on. */
    javascript: boolean
    chooseFilesButtonText: string
    noFileChosenText: string
    multipleFilesChosenText: Plurals
    dropInstructionText: string
    enteredDropZoneText: string
    leftDropZoneText: string
    wrapperClasses: string
    wrapperAttributes: Attributes
  }>

/** A file from the person's device. */
export function fileUpload(options: FileUploadOptions): SafeHtml {
  const { formGroup } = options
  const classes = more(options.classes, options.errorMessage && 'govuk-file-upload--error')
  return fieldGroup(options, (id, describedBy) => {
    const element = html`<input class="govuk-file-upload${classes}" id="${id}" name="${options.name}" type="file"${flag('disabled', options.disabled)}${flag('multiple', options.multiple)}${attribute('aria-describedby', describedBy)}${attributesOf(options.attributes)}>`
    return html`${beside(formGroup?.beforeInput)}${options.javascript ? dropZone(options, element) : element}${beside(formGroup?.afterInput)}`
  })
}

function dropZone(options: FileUploadOptions, element: SafeHtml): SafeHtml {
  const words = attributesOf({
    ...wordsFor('choose-files-button', options.chooseFilesButtonText),
    ...wordsFor('no-file-chosen', options.noFileChosenText),
    ...wordsFor('multiple-files-chosen', options.multipleFilesChosenText),
    ...wordsFor('drop-instruction', options.dropInstructionText),
    ...wordsFor('entered-drop-zone', options.enteredDropZoneText),
    ...wordsFor('left-drop-zone', options.leftDropZoneText),
  })
  return html`<div class="govuk-file-upload-wrapper${more(options.wrapperClasses)}" data-module="govuk-file-upload"${words}${attributesOf(options.wrapperAttributes)}>${element}</div>`
}
