import { details, textarea } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { fileChooser } from '../../../ui/patterns/index.ts'

/** A file of lines to be sent or pasted, and what it would change: shared by what is imported into the register. */

/** To choose a file, or to paste what is in it. */
export function filePart({
  typed,
  hint,
  problems,
}: {
  readonly typed: string
  readonly hint: string
  readonly problems: readonly { readonly text: string; readonly href: string }[]
}): SafeHtml {
  const wrong = (field: string) => problems.find(({ href }) => href === `#${field}`)
  return html`${fileChooser({
    name: 'upload',
    label: { text: 'Choose the file' },
    errorMessage: wrong('upload'),
    attributes: { accept: '.csv,.tsv,.txt' },
  })}
${textarea({
  name: 'file',
  label: { text: 'Or paste what is in it' },
  hint: { text: hint },
  rows: 12,
  spellcheck: false,
  value: typed,
  errorMessage: wrong('file') && { text: 'The file cannot be used' },
})}`
}

const list = (lines: readonly string[]): SafeHtml =>
  html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`

/** One kind of what would change; nothing where nothing does. */
export const changesPart = (title: string, lines: readonly string[]): SafeHtml | false =>
  lines.length > 0 && html`<h2 class="govuk-heading-m">${title}: ${lines.length}</h2>${list(lines)}`

/** The same, folded away. */
export const foldedPart = (title: string, lines: readonly string[]): SafeHtml | false =>
  lines.length > 0 && details({ summaryText: `${title}: ${lines.length}`, html: list(lines) })
