import { acceptedWords, extensionOf, fileKind, fileKindIds, fileSizeWords } from '../../../../core/files/index.ts'
import {
  type AnsweredFile,
  fieldsOf,
  fileLimits,
  filesOf,
  type QuestionOf,
  readAnswer,
} from '../../../../core/forms/index.ts'
import { button, errorMessage, fieldset, hint, tag } from '../../../../ui/components/index.ts'
import { hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { fileChooser } from '../../../../ui/patterns/index.ts'
import { errorOf, type FieldContext, type FieldOf, type FileView, helpOf, shownList, titleOf } from './field.ts'
import { actionField } from './item-buttons.ts'

/** What the name of a file input ends with: what is kept already stands under the name without it. */
export const sentEnding = '-upload'

/** What the buttons of a file question ask for: `upload:letters` and `remove-file:letters:` with the id of the file. */
export const uploadAction = (name: string): string => `upload:${name}`
export const removeFileAction = (name: string, id: string): string => `remove-file:${name}:${id}`

/** Where the files of a question are listed, which is where a page leads when one was added or taken away. */
export const filesPlace = (name: string): string => `${name}-files`

/**
 * The files that are there, each with its state and a button to remove it, and an input for more. Without scripts files go
 * with the form; scripts send them in pieces first, to the address in `data-uploads`.
 */
export const fileField: FieldOf<QuestionOf<'file'>> = (question, context) => {
  const { name } = context
  const { most, megabytes, accept } = fileLimits(question)
  const texts = shownList(context, name)
  const answer = readAnswer({ ...question, id: name }, fieldsOf({ [name]: texts }))
  const files = filesOf(answer)
  const others = texts.filter((text) => !files.some((file) => JSON.stringify(file) === text))
  const full = files.length >= most
  const error = errorOf(question, context)
  const hintText = question.hint === undefined ? '' : `${question.hint}${/[.?!:]$/.test(question.hint) ? '' : '.'} `
  const kinds = accept.length === fileKindIds.length ? usualKinds : acceptedWords(accept)
  const limits = `${most === 1 ? 'One file' : `Up to ${most} files`}: ${kinds}. Each must be smaller than ${megabytes}\u00a0MB.`
  return html`<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}" id="${filesPlace(name)}" data-uploads="${context.uploads?.address ?? ''}" data-upload-name="${name}">
${fieldset({
  legend: titleOf(question, context, 'fieldset__legend'),
  describedBy: `${name}-hint${error === undefined ? '' : ` ${name}-error`}`,
  html: html`${hint({ id: `${name}-hint`, text: `${hintText}${limits}` })}
${helpOf(question)?.html}${error !== undefined && errorMessage({ id: `${name}-error`, text: error.text })}
${hidden(name, '')}${files.map((file) => hidden(name, JSON.stringify(file)))}
${others.length > 0 && html`<p class="govuk-body">An earlier answer, which is not a file: ${others.join(', ')}</p>`}
${files.length > 0 && html`<ul class="app-files">${files.map((file) => fileItem(name, file, context))}</ul>`}
${files.length > 0 && context.uploads?.forgets && html`<p class="govuk-hint">A file that you remove is deleted after 30 days, unless it was submitted. Until then it can be put back from the history of the page.</p>`}
${
  context.trying
    ? html`<p class="govuk-body" id="${name}" tabindex="-1">Files are sent here. None can be sent while the form is tried out, so this need not be answered; a test application takes them.</p>`
    : full
      ? html`<p class="govuk-body" id="${name}" tabindex="-1">To add another file, remove one first.</p>`
      : input(
          context,
          most - files.length,
          accept.flatMap((id) => fileKind(id).extensions),
        )
}`,
})}</div>`
}

const usualKinds = 'PDF, Word, Excel, PowerPoint, OpenDocument, picture (PNG or JPEG), CSV or plain text'

function input(context: FieldContext, more: number, extensions: readonly string[]): SafeHtml {
  const { name } = context
  return html`${fileChooser({
    name: `${name}${sentEnding}`,
    id: name,
    label: { text: more === 1 ? 'Choose a file' : 'Choose files' },
    multiple: more > 1,
    formGroup: { classes: 'govuk-!-margin-bottom-3' },
    attributes: { accept: extensions.map((each) => `.${each}`).join(',') },
  })}
${button({ text: more === 1 ? 'Upload file' : 'Upload files', name: actionField, value: uploadAction(name), classes: 'govuk-button--secondary' })}`
}

const tags: { readonly [State in FileView['state']]: { readonly text: string; readonly classes: string } } = {
  pending: { text: 'Being checked', classes: 'govuk-tag--blue' },
  clean: { text: 'Checked', classes: 'govuk-tag--green' },
  'not-scanned': { text: 'Uploaded', classes: 'govuk-tag--grey' },
  infected: { text: 'Virus found', classes: 'govuk-tag--red' },
  failed: { text: 'Could not be checked', classes: 'govuk-tag--red' },
}

const said: { readonly [State in FileView['state']]?: string } = {
  infected: 'Nobody can open this file. Remove it, and tell your IT team: your own copy may have the virus too.',
  failed: 'It could not be checked for viruses. Remove it and upload it again.',
}

function fileItem(name: string, file: AnsweredFile, { files }: FieldContext): SafeHtml {
  const view = files.get(file.id)
  const title =
    view?.href === undefined
      ? html`${file.name}`
      : html`<a class="govuk-link" href="${view.href}" download>${file.name}</a>`
  const words = view && said[view.state]
  return html`<li class="app-file">
<div class="app-file__name">${title} <span class="app-file__size">${extensionOf(file.name).toUpperCase()}, ${fileSizeWords(file.size)}</span>
${view !== undefined && tag(tags[view.state])}${words !== undefined && html`<p class="govuk-body app-file__words">${words}</p>`}</div>
${button({
  html: html`Remove<span class="govuk-visually-hidden"> ${file.name}</span>`,
  name: actionField,
  value: removeFileAction(name, file.id),
  classes: 'govuk-button--secondary app-file__remove',
})}</li>`
}
