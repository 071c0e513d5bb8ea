import { type HowMany, howMany, SUM, type TypedTest } from '../../../../core/forms/edit/index.ts'
import type { Question } from '../../../../core/forms/index.ts'
import { checkboxes, dateInput, input, radios, select, textarea } from '../../../../ui/components/index.ts'
import { hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { errorAt } from '../../pages/parts.ts'
import type { Clause } from '../building.paths.ts'
import type { TestChoices } from '../read-condition.ts'
import { testChoicesOf } from '../test-words.ts'

const small = 'govuk-label--s'

/** The fields that errors of a test can link to. */
export const testFieldIds = ['subject', 'test', 'value', 'values', 'other', 'addends', 'how-many', 'count'] as const

/** The list from which the question is picked whose answer decides. */
export const subjectField = (choices: TestChoices, chosen: string, problems: readonly ProblemWords[]): SafeHtml =>
  select({
    name: 'subject',
    label: { text: 'Whose answer decides?', classes: small },
    ...(choices.listed.length > 0 && {
      hint: { text: 'A question in a repeating group has the name of the group before it' },
    }),
    value: chosen,
    errorMessage: errorAt(problems, 'subject'),
    items: [
      { value: '', text: 'Select a question' },
      ...choices.subjects.map(({ id, label }) => ({ value: id, text: label })),
      ...choices.listed.map(({ id, label }) => ({ value: id, text: label })),
      ...(choices.canAddUp ? [{ value: SUM, text: 'The total of several amounts' }] : []),
    ],
  })

/** What a test is for: whether something is asked, whether a rule applies, or whether a check stops a submission. */
export type TestPurpose = 'condition' | Clause

const legends: { readonly [Purpose in TestPurpose]: { readonly answer: string; readonly total: string } } = {
  condition: { answer: 'What must the answer be?', total: 'What must the total be?' },
  rule: {
    answer: 'What must the answer be for the rule to apply?',
    total: 'What must the total be for the rule to apply?',
  },
  check: {
    answer: 'What must the answer be to stop a submission?',
    total: 'What must the total be to stop a submission?',
  },
}

/** What the answer must be: fields that fit the question that was picked. */
export function testFields(
  choices: TestChoices,
  { typed, problems, purpose }: { typed: TypedTest; problems: readonly ProblemWords[]; purpose: TestPurpose },
): SafeHtml {
  const { subject } = choices
  if (subject === undefined) return html``
  const tests = testChoicesOf(subject, choices.tests, choices.comparisons)
  const chosen = tests.some(({ value }) => value === typed.test) ? typed.test : `${typed.test}:${typed.value}`
  return html`${hidden('subject', subject === 'sum' ? SUM : subject.id)}
${
  subject === 'sum'
    ? checkboxes({
        name: 'addends',
        idPrefix: 'addends',
        fieldset: { legend: { text: 'Which amounts should be added up?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'A table counts with its total, a question in a repeating group with every entry' },
        errorMessage: errorAt(problems, 'addends'),
        values: [...typed.addends],
        items: choices.addends.map(({ id, label }) => ({ value: id, text: label })),
      })
    : html`<p class="govuk-body"><strong>${subject.label}</strong></p>${choices.group && howManyFields(choices.group.label, typed, problems)}`
}
${radios({
  name: 'test',
  idPrefix: 'test',
  classes: 'govuk-radios--small',
  fieldset: {
    legend: {
      text: legends[purpose][subject === 'sum' ? 'total' : 'answer'],
      classes: 'govuk-fieldset__legend--s',
    },
  },
  errorMessage: errorAt(problems, 'test'),
  value: chosen,
  items: tests.map(({ value, text }) => ({ value, text })),
})}
${subject !== 'sum' && subject.type === 'authority' ? authorityFields(choices, typed, problems) : valueFields(subject, typed, problems)}
${
  choices.others.length > 0 &&
  select({
    name: 'other',
    label: { text: 'The other question', classes: small },
    hint: { text: 'Only if the answer is compared with the answer to another question' },
    value: typed.other,
    errorMessage: errorAt(problems, 'other'),
    items: [
      { value: '', text: 'Select a question' },
      ...choices.others.map(({ id, label }) => ({ value: id, text: label })),
    ],
  })
}`
}

const howManyWords: { readonly [Name in HowMany]: string } = {
  some: 'At least one entry',
  none: 'No entry',
  every: 'Every entry',
  atLeast: 'At least this number of entries',
  above: 'More entries than this number',
  atMost: 'At most this number of entries',
  below: 'Fewer entries than this number',
}

/** Of how many entries of a group it must be so. */
const howManyFields = (group: string, typed: TypedTest, problems: readonly ProblemWords[]): SafeHtml =>
  html`${radios({
    name: 'how-many',
    idPrefix: 'how-many',
    classes: 'govuk-radios--small',
    fieldset: {
      legend: { text: `Of how many entries of “${group}” must it be so?`, classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'While there is no entry, it is not so' },
    errorMessage: errorAt(problems, 'how-many'),
    value: typed.howMany,
    items: howMany.map((value) => ({ value, text: howManyWords[value] })),
  })}${input({
    name: 'count',
    label: { text: 'Number of entries', classes: small },
    hint: { text: 'Only if the choice above speaks of a number' },
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    spellcheck: false,
    value: typed.count,
    errorMessage: errorAt(problems, 'count'),
  })}`

/** One authority, or one more of several: those that are picked already are ticked, and one is added at a time. */
function authorityFields({ authorities }: TestChoices, typed: TypedTest, problems: readonly ProblemWords[]): SafeHtml {
  const named = (id: string) => authorities.find((each) => each.id === id)?.label ?? id
  return html`${select({
    name: 'value',
    label: { text: 'Which authority?', classes: small },
    hint: { text: 'For “is one of”, pick one here and save; pick the next when you change it' },
    attributes: { 'data-autocomplete': '' },
    value: typed.value,
    errorMessage: errorAt(problems, 'value'),
    items: [{ value: '', text: '' }, ...authorities.map(({ id, label }) => ({ value: id, text: label }))],
  })}${
    typed.values.length > 0 &&
    checkboxes({
      name: 'values',
      idPrefix: 'values',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: 'Authorities that are picked already', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(problems, 'values'),
      values: [...typed.values],
      items: typed.values.map((id) => ({ value: id, text: named(id) })),
    })
  }`
}

function valueFields(subject: Question | 'sum', typed: TypedTest, problems: readonly ProblemWords[]): SafeHtml | false {
  const error = errorAt(problems, 'value')
  if (subject === 'sum') return numberField('Pounds or number', typed, error)
  switch (subject.type) {
    case 'radios':
    case 'select':
    case 'checkboxes':
      return html`${select({
        name: 'value',
        label: { text: 'Which option?', classes: small },
        value: typed.value,
        errorMessage: error,
        items: [{ value: '', text: 'Select' }, ...subject.options.map(({ value, label }) => ({ value, text: label }))],
      })}${checkboxes({
        name: 'values',
        idPrefix: 'values',
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: 'Or which options?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'Only for “one of” and “any of”' },
        errorMessage: errorAt(problems, 'values'),
        values: [...typed.values],
        items: subject.options.map(({ value, label }) => ({ value, text: label })),
      })}`
    case 'whole-number':
    case 'number':
    case 'money':
    case 'percentage':
      return html`${numberField(subject.type === 'money' ? 'Pounds' : 'Number', typed, error)}${valuesField(typed, problems)}`
    case 'date':
      return dayField(typed, error)
    case 'yes-no':
    case 'declaration':
    case 'address':
    case 'file':
    case 'repeating-group':
    case 'money-table':
      return false
    default:
      return html`${input({ name: 'value', label: { text: 'Compared with', classes: small }, value: typed.value, errorMessage: error })}${valuesField(typed, problems)}`
  }
}

const valuesField = (typed: TypedTest, problems: readonly ProblemWords[]): SafeHtml =>
  textarea({
    name: 'values',
    label: { text: 'Or one of several', classes: small },
    hint: { text: 'One on each line. Only for “is one of”' },
    rows: 3,
    value: typed.values.join('\n'),
    errorMessage: errorAt(problems, 'values'),
  })

type FieldError = ReturnType<typeof errorAt>

const numberField = (text: string, typed: TypedTest, errorMessage: FieldError): SafeHtml =>
  input({
    name: 'value',
    label: { text, classes: small },
    classes: 'govuk-input--width-10',
    inputmode: 'decimal',
    spellcheck: false,
    value: typed.value,
    errorMessage,
  })

function dayField(typed: TypedTest, errorMessage: FieldError): SafeHtml {
  const [year = '', month = '', day = ''] = typed.value.split('-')
  return dateInput({
    id: 'value',
    namePrefix: 'value',
    fieldset: { legend: { text: 'Which day?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage,
    values: { day, month, year },
  })
}
