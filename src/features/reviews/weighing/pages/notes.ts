import { button, radios, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'

export type NotesModel = {
  readonly notes: readonly {
    readonly kind: string
    readonly about: string
    readonly by: string
    readonly time: string
    readonly text: string
  }[]
  /** For those who may add one. */
  readonly add:
    | {
        readonly typed: { readonly kind: string; readonly criterion: string; readonly text: string }
        readonly criteria: readonly { readonly value: string; readonly text: string }[]
        readonly action: string
      }
    | undefined
}

/** What was said of weights and scores, and where more is added. */
export const notesPart = ({ notes, add }: NotesModel, errors: readonly FieldText[], csrf: string): SafeHtml =>
  html`<h2 class="govuk-heading-m">Discussion and dissent</h2>
${notes.length === 0 && html`<p class="govuk-body">Nothing is written yet.</p>`}
${notes.map(
  ({ kind, about, by, time, text }) =>
    html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${kind}: ${about}</h3>
<p class="govuk-body app-kept-lines govuk-!-margin-bottom-1">${text}</p><p class="govuk-hint">${by}, ${time}</p>`,
)}
${
  add !== undefined &&
  form(
    { action: add.action, csrf },
    html`${radios({
      name: 'kind',
      idPrefix: 'kind',
      value: add.typed.kind,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'Add to it', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, 'kind'),
      items: [
        { value: 'discussion', text: 'What was said in discussion' },
        { value: 'dissent', text: 'My dissent', hint: { text: 'It stands in the report under your name, unedited' } },
      ],
    })}
${select({
  id: 'criterion',
  name: 'criterion',
  label: { text: 'What is it about?' },
  items: [{ value: '', text: 'The whole' }, ...add.criteria].map((item) => ({
    ...item,
    selected: item.value === add.typed.criterion,
  })),
})}
${textarea({ id: 'text', name: 'text', rows: 4, label: { text: 'What is to be kept?' }, value: add.typed.text, errorMessage: errorAt(errors, 'text') })}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )
}`
