import { button, details, radios, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'

export type ShownNote = {
  readonly heading: string
  readonly advice: string
  readonly lines: readonly string[]
}

export type NoteForms = {
  /** Where the expert writes a version. */
  readonly write: { readonly action: string; readonly fields: readonly SafeHtml[] } | undefined
  /** Where the council answers the latest one. */
  readonly answer: { readonly action: string; readonly chosen: string; readonly more: string } | undefined
}

/** The advice, the latest version first: earlier ones are closed. */
export const noteList = ([last, ...before]: readonly ShownNote[]): SafeHtml =>
  last === undefined
    ? html`<p class="govuk-body">There is no advice yet.</p>`
    : html`<h3 class="govuk-heading-s">${last.heading}</h3>
${noteOf(last)}
${before.map((note) => details({ summaryText: note.heading, html: noteOf(note) }))}`

const noteOf = ({ advice, lines }: ShownNote): SafeHtml => html`<p class="govuk-body app-kept-lines">${advice}</p>
${lines.map((line) => html`<p class="govuk-hint app-kept-lines">${line}</p>`)}`

/** What the expert writes and the council answers. */
export const noteForms = ({ write, answer }: NoteForms, errors: readonly FieldText[], csrf: string): SafeHtml => html`${
  write !== undefined &&
  html`<h3 class="govuk-heading-s">Write an advice note</h3>${form({ action: write.action, csrf }, html`${write.fields}${button({ text: 'Give this advice', preventDoubleClick: true })}`)}`
}
${
  answer !== undefined &&
  form(
    { action: answer.action, csrf },
    html`${radios({
      name: 'note-answer',
      idPrefix: 'note-answer',
      value: answer.chosen,
      fieldset: { legend: { text: 'Does this answer your question?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, 'note-answer'),
      items: [
        { value: 'accepted', text: 'Yes, we accept the advice' },
        { value: 'more', text: 'No, we need more' },
      ],
    })}
${textarea({ id: 'more', name: 'more', label: { text: 'What do you still want to know? (if you need more)' }, rows: 3, value: answer.more, errorMessage: errorAt(errors, 'more') })}
${button({ text: 'Answer', preventDoubleClick: true })}`,
  )
}`
