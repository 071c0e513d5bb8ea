import type { MomentTyped } from '../../../../core/rounds/index.ts'
import {
  button,
  details,
  input,
  insetText,
  radios,
  summaryList,
  tag,
  textarea,
} from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  type FieldText,
  illustrativeLabel,
  momentField,
  problemSummary,
  type TimelineItem,
  timeline,
} from '../../../../ui/patterns/index.ts'
import { errorAt } from '../../interviewing/pages/parts.ts'
import { type TypedText, typedTexts } from '../../pages/typed-texts.ts'

export type DebriefModel = {
  readonly illustrative: boolean
  readonly reference: string
  readonly lead: string
  readonly breadcrumbs: NonNullable<Page['breadcrumbs']>
  readonly state: { readonly text: string; readonly classes: string } | undefined
  readonly rows: readonly { readonly name: string; readonly text: string }[]
  readonly notes: readonly TimelineItem[]
  /** For whoever runs it, while it is open. */
  readonly run:
    | {
        readonly timeAction: string
        readonly answerAction: string
        readonly noteAction: string
        readonly closeAction: string
        /** The number of the time that is shown; 0 for none. */
        readonly seen: number
        /** Whether its time has come: it can be closed. */
        readonly begun: boolean
        readonly typed: Readonly<Record<'minutes' | 'place' | 'answer' | 'note' | 'outcome', string>> & {
          readonly moment: MomentTyped
        }
      }
    | undefined
  /** What was typed and not taken, to copy. */
  readonly typed: readonly TypedText[]
  readonly problems: readonly FieldText[]
  readonly csrf: string
}

type Run = NonNullable<DebriefModel['run']>

/** One debrief, for the programme team: a time or an answer, notes, and what came of it. */
export const debriefPage = (model: DebriefModel): Page => ({
  title: `Debrief of ${model.reference}`,
  breadcrumbs: model.breadcrumbs,
  hasErrors: model.problems.length > 0,
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}${model.lead !== '' && html`, ${model.lead}`}</span>Debrief</h1>
${model.state === undefined ? insetText({ text: 'No debrief was asked for.' }) : html`<p class="govuk-body">${tag(model.state)}</p>`}
${
  model.rows.length > 0 &&
  summaryList({
    rows: model.rows.map(({ name, text }) => ({
      key: { text: name },
      value: { html: html`<span class="app-kept-lines">${text}</span>` },
    })),
  })
}
${typedTexts(model.typed)}
${model.notes.length > 0 && html`<h2 class="govuk-heading-m">Notes</h2>${timeline(model.notes)}`}
${model.run !== undefined && html`${model.run.begun && closing(model, model.run)}${timing(model, model.run)}${answering(model, model.run)}${model.run.begun ? undefined : noting(model, model.run)}`}`,
})

const heading = (text: string) => ({ text, classes: 'govuk-label--s' })

const timing = (model: DebriefModel, { timeAction, seen, typed }: Run): SafeHtml =>
  html`<h2 class="govuk-heading-m">${seen === 0 ? 'Propose a time' : 'Propose another time'}</h2>
${form(
  { action: timeAction, csrf: model.csrf },
  html`${hidden('seen', seen)}${momentField({
    id: 'starts',
    legend: 'When does it begin?',
    hint: 'For example, 27 3 2026 at 2pm',
    typed: typed.moment,
    error: errorAt(model.problems, 'starts')?.text,
  })}
${radios({
  name: 'minutes',
  idPrefix: 'minutes',
  value: typed.minutes,
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'How long does it take?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(model.problems, 'minutes'),
  items: ['30', '45', '60'].map((value) => ({ value, text: `${value} minutes` })),
})}
${input({ name: 'place', id: 'place', label: heading('Where? A link, or a room'), value: typed.place, errorMessage: errorAt(model.problems, 'place') })}
${button({ text: 'Send the time', preventDoubleClick: true })}`,
)}`

const answering = (model: DebriefModel, { answerAction, typed }: Run): SafeHtml =>
  details({
    summaryText: 'Answer in writing instead',
    open: typed.answer !== '' || errorAt(model.problems, 'answer') !== undefined,
    html: form(
      { action: answerAction, csrf: model.csrf },
      html`${textarea({ name: 'answer', id: 'answer', label: heading('Answer'), hint: { text: 'The applicants read it. It closes the debrief' }, rows: 6, value: typed.answer, errorMessage: errorAt(model.problems, 'answer') })}
${button({ text: 'Send the answer', preventDoubleClick: true })}`,
    ),
  })

const noteField = (model: DebriefModel, typed: Run['typed'], label: string): SafeHtml =>
  textarea({
    name: 'note',
    id: 'note',
    label: heading(label),
    hint: { text: 'For those who run and audit the round' },
    rows: 4,
    value: typed.note,
    errorMessage: errorAt(model.problems, 'note'),
  })

const noting = (model: DebriefModel, { noteAction, typed }: Run): SafeHtml =>
  details({
    summaryText: 'Keep a note',
    open: typed.note !== '' || errorAt(model.problems, 'note') !== undefined,
    html: form(
      { action: noteAction, csrf: model.csrf },
      html`${noteField(model, typed, 'Note')}${button({ text: 'Keep the note', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

const closing = (model: DebriefModel, { closeAction, typed }: Run): SafeHtml =>
  html`<h2 class="govuk-heading-m">Close it</h2>
${form(
  { action: closeAction, csrf: model.csrf },
  html`${radios({
    name: 'outcome',
    idPrefix: 'outcome',
    value: typed.outcome,
    fieldset: { legend: { text: 'What came of it?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorAt(model.problems, 'outcome'),
    items: [
      { value: 'held', text: 'It was held' },
      { value: 'missed', text: 'The applicants did not come' },
    ],
  })}
${noteField(model, typed, 'What was said')}
${button({ text: 'Close the debrief', preventDoubleClick: true })}`,
)}`
