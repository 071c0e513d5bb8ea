import { fileSizeWords } from '../../../core/files/index.ts'
import {
  type AnsweredFile,
  type FrozenPage,
  type FrozenQuestion,
  filesOf,
  nameInSentence,
} from '../../../core/forms/index.ts'
import { summaryList, table } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { emailAddress, scrolling } from '../../../ui/patterns/index.ts'
import type { FileView } from './fields/field.ts'

/** Where a question can be changed; undefined for answers that are only read. */
export type ChangeLink = (pageId: string, questionId: string) => string

/** What is known of a file: where it can be had, or why it cannot. */
export type FileLink = (id: string) => FileView | undefined

/** A page of a form as it was answered: a summary list, with a link to change each answer if it can be changed. */
export function answerSummary(page: FrozenPage, change?: ChangeLink, fileHref?: FileLink): SafeHtml {
  return summaryList({
    rows: page.questions.map((question) => ({
      key: { text: question.label },
      value: { html: answerHtml(question, fileHref) },
      ...(change !== undefined && {
        actions: {
          items: [
            {
              href: change(page.id, question.id),
              text: 'Change',
              visuallyHiddenText: nameInSentence({ label: question.label }),
            },
          ],
        },
      }),
    })),
  })
}

/** An answer as people read it: line breaks kept, tables as tables, and "Not answered" where there is nothing. */
export function answerHtml(question: FrozenQuestion, fileHref?: FileLink): SafeHtml {
  if (question.value === null) return html`<span class="govuk-hint">Not answered</span>`
  if (question.items !== undefined && question.items.length > 0) {
    return html`${question.items.map(
      (item) => html`<h3 class="govuk-heading-s">${item.title}</h3>
<dl class="app-item-summary">${item.questions.map((child) => html`<dt>${child.label}</dt><dd>${answerHtml(child, fileHref)}</dd>`)}</dl>`,
    )}`
  }
  if (question.table !== undefined && question.table.rows.length > 0) return tableOf(question)
  const files = question.type === 'file' && fileHref !== undefined ? filesOf(question.value) : []
  if (files.length > 0 && fileHref !== undefined) return fileList(files, fileHref)
  const lines = question.shown.map((line) => (question.type === 'email' ? emailAddress(line) : html`${line}`))
  return html`${lines.map((line, index) => (index === 0 ? line : html`<br>${line}`))}`
}

/** Files by their names, each with its size and a link, or why it cannot be opened. */
export const fileList = (files: readonly Pick<AnsweredFile, 'id' | 'name' | 'size'>[], fileHref: FileLink): SafeHtml =>
  html`<ul class="govuk-list">${files.map(({ id, name, size }) => {
    const view = fileHref(id)
    const href = view?.href
    const words = href === undefined ? name : html`<a class="govuk-link" href="${href}" download>${name}</a>`
    return html`<li class="govuk-!-text-break-word">${words} (${fileSizeWords(size)})${href === undefined && html`<br>${whyNot[view?.state ?? 'failed']}`}</li>`
  })}</ul>`

const whyNot: { readonly [State in FileView['state']]: string } = {
  pending: 'Being checked for viruses: it can be opened after that.',
  clean: '',
  'not-scanned': '',
  infected: 'A virus was found in it: it cannot be opened.',
  failed: 'It could not be checked for viruses: it cannot be opened.',
}

function tableOf({ label, table: shown, shown: lines }: FrozenQuestion): SafeHtml {
  const grid = table({
    head: [
      { html: html`<span class="govuk-visually-hidden">Row</span>` },
      ...(shown?.columns ?? []).map((text) => ({ text })),
    ],
    rows: (shown?.rows ?? []).map(({ name, cells }) => [{ text: name }, ...cells.map((text) => ({ text }))]),
    firstCellIsHeader: true,
  })
  const total = lines.at(-1)
  return html`${scrolling(`${label}: table`, grid)}${
    total?.startsWith('Total') && html`<p class="govuk-body">${total}</p>`
  }`
}
