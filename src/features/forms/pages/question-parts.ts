import { fileKind, fileKindIds } from '../../../core/files/index.ts'
import { MOST_FILES, MOST_MEGABYTES } from '../../../core/forms/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { checkboxes, input, select, textarea } from '../../../ui/components/index.ts'
import { hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { isList, isNumber, limitsOf } from '../build-parts.ts'
import type { ProblemWords } from '../forms.messages.ts'
import type { LimitName, QuestionTyped } from '../question-typed.ts'
import { errorAt } from './parts.ts'

const small = 'govuk-label--s'

/** What a limit limits, by the type of the question. */
function limitLabel(name: LimitName, type: string): string {
  if (name === 'minWords') return 'Fewest words (optional)'
  if (name === 'minItems') return 'Fewest entries (optional)'
  if (name === 'maxItems') return 'Most entries (optional)'
  if (name === 'maxMegabytes') return 'Largest size of each file, in megabytes (optional)'
  const most = name === 'max'
  if (type === 'date') return most ? 'Last day allowed (optional)' : 'First day allowed (optional)'
  if (type === 'money-table') return most ? 'Greatest total, in pounds (optional)' : 'Least total, in pounds (optional)'
  if (type === 'file') return most ? 'Most files (optional)' : 'Fewest files (optional)'
  if (type === 'checkboxes') return most ? 'Most that can be chosen (optional)' : 'Fewest that can be chosen (optional)'
  if (isNumber(type)) return most ? 'Greatest answer (optional)' : 'Least answer (optional)'
  return most ? 'Most characters (optional)' : 'Fewest characters (optional)'
}

function limitHint(name: LimitName, type: string): { readonly text: string } | undefined {
  if (name === 'maxMegabytes') return { text: `Up to ${MOST_MEGABYTES}. 10 if left blank` }
  if (type === 'file') return name === 'max' ? { text: `Up to ${MOST_FILES}, which it is if left blank` } : undefined
  return type === 'date' ? { text: 'Year, month and day, like 2026-02-10' } : undefined
}

/** The kinds of files that are taken. The blank one says that the list was sent, even with nothing ticked. */
export const fileFields = (typed: QuestionTyped): SafeHtml =>
  html`${hidden('accept', '')}${checkboxes({
    name: 'accept',
    idPrefix: 'accept',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Which kinds of files? (optional)', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Any of these if none is ticked. Programs, archives and documents with macros are never taken' },
    values: [...(typed.accept ?? [])],
    items: fileKindIds.map((id) => ({ value: id, text: capital(fileKind(id).name) })),
  })}`

/** The limits of an answer besides the most words. */
export const limitFields = (typed: QuestionTyped, problems: readonly ProblemWords[]): SafeHtml =>
  html`${limitsOf(typed.type).map((name) =>
    input({
      name,
      label: { text: limitLabel(name, typed.type), classes: small },
      hint: limitHint(name, typed.type),
      classes: 'govuk-input--width-10',
      inputmode: typed.type === 'date' ? undefined : 'decimal',
      spellcheck: false,
      value: typed.limits[name],
      errorMessage: errorAt(problems, name),
    }),
  )}${
    isNumber(typed.type) &&
    html`${input({ name: 'prefix', label: { text: 'Shown before the number (optional)', classes: small }, classes: 'govuk-input--width-5', value: typed.prefix })}${input({ name: 'suffix', label: { text: 'Shown after the number (optional)', classes: small }, classes: 'govuk-input--width-5', value: typed.suffix })}`
  }`

/** Columns and rows of a money table, the first question of a new group, and what an entry of either is called. */
export function listFields(typed: QuestionTyped, problems: readonly ProblemWords[], isNew: boolean): SafeHtml | false {
  if (!isList(typed.type)) return false
  return html`${typed.type === 'money-table' && tableFields(typed, problems)}
${
  typed.type === 'repeating-group' &&
  isNew &&
  input({
    name: 'firstQuestion',
    label: { text: 'First question of the group', classes: small },
    hint: { text: 'Answered with one line of text. Others are added afterwards, and this one can then be removed' },
    value: typed.firstQuestion,
    errorMessage: errorAt(problems, 'firstQuestion'),
  })
}
${input({ name: 'itemName', label: { text: 'What is one entry called? (optional)', classes: small }, hint: { text: 'In the middle of a sentence, like “partner”' }, classes: 'govuk-input--width-20', value: typed.itemName })}`
}

const columnTypes = [
  { value: 'money', text: 'Pounds' },
  { value: 'whole-number', text: 'A whole number' },
  { value: 'number', text: 'A number' },
  { value: 'text', text: 'Words' },
]

const tableFields = (typed: QuestionTyped, problems: readonly ProblemWords[]): SafeHtml => html`${
  typed.columns.length > 0 &&
  html`<fieldset class="govuk-fieldset" id="columns"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Columns</legend>
<p class="govuk-hint">Empty one to take it away.</p>
${typed.columns.map(
  ({ id, label, type }, index) =>
    html`${hidden('columnId', id)}${input({ id: `column-${index + 1}`, name: 'column', label: { text: `Column ${index + 1}` }, value: label })}${select({ id: `column-type-${index + 1}`, name: 'columnType', label: { text: `What is in column ${index + 1}?` }, value: type, items: columnTypes })}`,
)}</fieldset>`
}
${textarea({ name: 'moreColumns', label: { text: typed.columns.length > 0 ? 'More columns (optional)' : 'Columns', classes: small }, hint: { text: 'One on each line, like “Year 1”. Each holds pounds; that can be changed afterwards' }, value: typed.moreColumns, rows: 3, errorMessage: errorAt(problems, 'moreColumns') })}
${
  typed.rows.length > 0 &&
  html`<fieldset class="govuk-fieldset" id="rows"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Fixed rows</legend>
<p class="govuk-hint">Empty one to take it away.</p>
${typed.rows.map(({ id, label }, index) => html`${hidden('rowId', id)}${input({ id: `row-${index + 1}`, name: 'row', label: { text: `Row ${index + 1}` }, value: label })}`)}</fieldset>`
}
${textarea({ name: 'moreRows', label: { text: typed.rows.length > 0 ? 'More rows (optional)' : 'Fixed rows (optional)', classes: small }, hint: { text: 'One on each line, like “Legal advice”. Without any, applicants add their own' }, value: typed.moreRows, rows: 4 })}`
