import { button, checkboxes, input } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { ProblemWords } from '../../forms.messages.ts'
import { errorAt, link, managedForm } from '../../pages/parts.ts'
import type { EditorFrame } from '../../read-draft.ts'

export type SaveSetModel = EditorFrame & {
  readonly name: string
  readonly questions: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: readonly string[]
  /** Whether another set has this name, which can then take its place. */
  readonly nameTaken: boolean
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** Keeps questions of a draft under a name, to be used in other forms of the fund. */
export const saveSetPage = (model: SaveSetModel): Page =>
  managedForm(model.frame, {
    title: 'Keep questions as a set',
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems: model.problems,
    content: html`<p class="govuk-body">A set can be put into any form of the fund. What is changed there afterwards does not change the set, nor this form.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${input({ name: 'name', label: { text: 'Name of the set', classes: 'govuk-label--s' }, value: model.name, errorMessage: errorAt(model.problems, 'name') })}
${model.nameTaken && checkboxes({ name: 'replace', classes: 'govuk-checkboxes--small', items: [{ value: 'yes', text: `Replace the set “${model.name}” with these questions`, hint: { text: 'Forms that have its questions keep them' } }] })}
${checkboxes({
  name: 'questions',
  idPrefix: 'questions',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Which questions?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(model.problems, 'questions'),
  values: [...model.chosen],
  items: model.questions.map(({ id, label }) => ({ value: id, text: label })),
})}
<div class="govuk-button-group">${button({ text: 'Keep the set', preventDoubleClick: true })}${link(model.editHref, 'Cancel')}</div>`,
)}`,
  })
