import type { TypedTest } from '../../../../core/forms/edit/index.ts'
import { button, input, insetText, radios, select, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { markdownHint } from '../../../../ui/patterns/index.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { errorAt, link, managedForm } from '../../pages/parts.ts'
import type { ClauseTyped } from '../change-clause.ts'
import type { ClauseEditor } from '../read-logic.ts'
import { subjectField, testFieldIds, testFields } from './test-fields.ts'

export type ClauseModel = ClauseEditor & {
  readonly isNew: boolean
  readonly typed: ClauseTyped
  readonly test: TypedTest
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

export const clauseFieldIds = [
  'clause',
  'outcome',
  'text',
  'link',
  'question',
  'main-content',
  ...testFieldIds,
] as const

const small = 'govuk-label--s'

/** A rule or check: a new one begins with the question whose answer decides. */
export function clausePage(model: ClauseModel): Page {
  const { kind, isNew, choices } = model
  const noun = kind === 'rule' ? 'rule' : 'check'
  return managedForm(model.frame, {
    title: `${isNew ? 'Add' : 'Change'} a ${noun}`,
    caption: model.caption,
    trail: [
      { text: `Edit version ${model.number}`, href: model.editHref },
      { text: 'Rules and checks', href: model.logicHref },
    ],
    problems: model.problems,
    content:
      isNew && choices.subject === undefined
        ? form(
            { action: model.action, method: 'get' },
            html`${subjectField(choices, '', model.problems)}<div class="govuk-button-group">${button({ text: 'Continue' })}${link(model.logicHref, 'Cancel')}</div>`,
          )
        : form(
            { action: model.action, csrf: model.csrf, namedByLabels: true },
            html`${hidden('seen', model.seen)}
${isNew ? testFields(choices, { typed: model.test, problems: model.problems, purpose: kind }) : insetText({ html: html`${kind === 'rule' ? `It applies if ${model.when}.` : `It stops a submission if ${model.when}.`} ${link(model.conditionHref, 'Change the condition')}` })}
${kind === 'rule' ? ruleFields(model) : checkFields(model)}
<div class="govuk-button-group">${button({ text: `${isNew ? 'Add' : 'Save'} the ${noun}`, preventDoubleClick: true })}${link(model.logicHref, 'Cancel')}</div>`,
          ),
  })
}

const ruleFields = ({ typed, problems }: ClauseModel): SafeHtml => html`${radios({
  name: 'outcome',
  idPrefix: 'outcome',
  fieldset: { legend: { text: 'What happens then?', classes: 'govuk-fieldset__legend--s' } },
  value: typed.outcome,
  errorMessage: errorAt(problems, 'outcome'),
  items: [
    { value: 'fail', text: 'They cannot apply' },
    { value: 'caveat', text: 'They can apply, and are told something' },
  ],
})}
${input({ name: 'clause', label: { text: 'Clause', classes: small }, hint: { text: 'Where the published rules say so, as in “How to apply, paragraph 4”' }, value: typed.clause, errorMessage: errorAt(problems, 'clause') })}
${textarea({ name: 'text', label: { text: 'What applicants are told', classes: small }, rows: 3, value: typed.text, errorMessage: errorAt(problems, 'text') })}
${textarea({ name: 'remedy', label: { text: 'What they can do about it (optional)', classes: small }, hint: { text: markdownHint }, rows: 3, value: typed.remedy })}
${input({ name: 'link', label: { text: 'Where the clause is published (optional)', classes: small }, hint: { text: 'A web address' }, type: 'url', value: typed.link, errorMessage: errorAt(problems, 'link') })}`

const checkFields = ({ typed, problems, questions }: ClauseModel): SafeHtml => html`${textarea({
  name: 'text',
  label: { text: 'What applicants are told', classes: small },
  hint: { text: 'As an error message, like “The total of years 1 and 2 must be £100,000 or less”' },
  rows: 3,
  value: typed.text,
  errorMessage: errorAt(problems, 'text'),
})}
${select({
  name: 'question',
  label: { text: 'At which question is it said?', classes: small },
  value: typed.question,
  errorMessage: errorAt(problems, 'question'),
  items: [{ value: '', text: 'Select a question' }, ...questions.map(({ id, label }) => ({ value: id, text: label }))],
})}`
