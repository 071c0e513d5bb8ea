import { button, checkboxes, input, insetText, select, summaryList, textarea } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { hasOptions, hasWordLimit, offeredTypes, type QuestionTyped } from '../build-question.ts'
import { type ProblemWords, typeWords } from '../forms.messages.ts'
import type { EditorFrame } from '../read-draft.ts'
import { errorAt, link, managedForm } from './parts.ts'

export type EditQuestionModel = EditorFrame & {
  readonly title: string
  readonly typed: QuestionTyped
  /** What is saved now, beside what was typed, after somebody else changed it. */
  readonly theirs: QuestionTyped | undefined
  readonly seen: string
  readonly condition: string
  readonly isNew: boolean
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** The fields that errors can link to. */
export const questionFieldIds = ['label', 'type', 'maxWords', 'moreOptions', 'theirs', 'main-content'] as const

/** A question of a draft: what it asks, and how it may be answered. */
export function editQuestionPage(model: EditQuestionModel): Page {
  const { frame, problems, isNew } = model
  return managedForm(frame, {
    title: model.title,
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems,
    content: html`${theirsOf(model.theirs)}
${model.condition !== '' && insetText({ text: `${model.condition}. Conditions are edited as JSON.` })}
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('seen', model.seen)}
${wordsOf(model)}
${answerOf(model)}
<div class="govuk-button-group">
${button({ text: isNew ? 'Add the question' : 'Save the question', preventDoubleClick: true })}
${link(model.editHref, 'Cancel')}
</div>`,
)}`,
  })
}

const small = 'govuk-label--s'

function wordsOf({ typed, problems, isNew }: EditQuestionModel): SafeHtml {
  return html`${input({ name: 'label', label: { text: 'Question', classes: small }, value: typed.label, errorMessage: errorAt(problems, 'label') })}
${input({ name: 'hint', label: { text: 'Hint (optional)', classes: small }, hint: { text: 'A sentence below the question, shown to everyone' }, value: typed.hint })}
${textarea({ name: 'guidance', label: { text: 'Longer help (optional)', classes: small }, hint: { text: 'In Markdown. Closed until somebody opens it' }, value: typed.guidance, rows: 4 })}
${
  isNew
    ? select({
        name: 'type',
        label: { text: 'How is it answered?', classes: small },
        hint: { text: 'This cannot be changed later: remove the question and add another instead' },
        value: typed.type,
        errorMessage: errorAt(problems, 'type'),
        items: [{ value: '', text: 'Select' }, ...offeredTypes.map((type) => ({ value: type, text: typeWords[type] }))],
      })
    : html`<p class="govuk-body">It is answered with: ${(typeWords[typed.type as keyof typeof typeWords] ?? typed.type).toLowerCase()}.</p>`
}
${checkboxes({ name: 'required', items: [{ value: 'yes', text: 'It must be answered' }], values: typed.required ? ['yes'] : [] })}`
}

function answerOf({ typed, problems, isNew }: EditQuestionModel): SafeHtml {
  return html`${
    (isNew || hasWordLimit(typed.type)) &&
    input({
      name: 'maxWords',
      label: { text: 'Most words (optional)', classes: small },
      hint: isNew ? { text: 'For text only' } : undefined,
      inputmode: 'numeric',
      spellcheck: false,
      classes: 'govuk-input--width-5',
      value: typed.maxWords,
      errorMessage: errorAt(problems, 'maxWords'),
    })
  }
${(isNew || hasOptions(typed.type)) && optionsOf(typed, problems, isNew)}
${(isNew || typed.type === 'declaration') && textarea({ name: 'declaration', label: { text: 'What is agreed to (optional)', classes: small }, hint: { text: isNew ? 'For a declaration only, in Markdown' : 'In Markdown' }, value: typed.declaration, rows: 4 })}
${input({ name: 'shortName', label: { text: 'Short name (optional)', classes: small }, hint: { text: 'What it is called in the middle of a sentence, as in “Enter the name of the lead officer”. Made from the question if left blank' }, value: typed.shortName })}
${select({
  name: 'material',
  label: { text: 'What this answer is to a sign-off', classes: small },
  hint: { text: 'When an answer about money, scope or partners changes, those who signed are asked to sign again' },
  value: typed.material,
  items: materialItems,
})}`
}

/** Blank leaves it to the type. */
const materialItems = [
  { value: '', text: 'As usual: amounts are money, authorities are partners, the rest is nothing' },
  { value: 'money', text: 'Money' },
  { value: 'scope', text: 'Scope: what is to be done' },
  { value: 'partners', text: 'Partners' },
  { value: 'none', text: 'Nothing: it can change after a signature' },
]

function optionsOf(typed: QuestionTyped, problems: readonly ProblemWords[], isNew: boolean): SafeHtml {
  return html`${
    typed.options.length > 0 &&
    html`<fieldset class="govuk-fieldset" id="options"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Options</legend>
<p class="govuk-hint">Empty one to take it away. A reworded option stays the same one for conditions.</p>
${typed.options.map(
  ({ value, label }, index) =>
    html`${hidden('optionValue', value)}${input({ id: `option-${index + 1}`, name: 'option', label: { text: `Option ${index + 1}` }, value: label })}`,
)}</fieldset>`
  }
${textarea({ name: 'moreOptions', label: { text: typed.options.length > 0 ? 'More options (optional)' : 'Options', classes: small }, hint: { text: isNew ? 'For a choice only: one on each line' : 'One on each line' }, value: typed.moreOptions, rows: 4, errorMessage: errorAt(problems, 'moreOptions') })}`
}

/** What somebody else saved meanwhile. */
function theirsOf(theirs: QuestionTyped | undefined): SafeHtml | false {
  if (theirs === undefined) return false
  const row = (key: string, text: string) => text !== '' && { key: { text: key }, value: { text } }
  return html`<section id="theirs" aria-labelledby="theirs-title">
<h2 class="govuk-heading-m" id="theirs-title">The question as it is saved now</h2>
${summaryList({
  rows: [
    row('Question', theirs.label),
    row('Hint', theirs.hint),
    row('Longer help', theirs.guidance),
    row('Must be answered', theirs.required ? 'Yes' : 'No'),
    row('Most words', theirs.maxWords),
    row('Options', theirs.options.map(({ label }) => label).join('; ')),
    row('What is agreed to', theirs.declaration),
    row('Short name', theirs.shortName),
    row('To a sign-off', materialItems.find(({ value }) => value !== '' && value === theirs.material)?.text ?? ''),
  ],
})}
<p class="govuk-body">Below is what you wrote. Saving it again writes over theirs.</p>
</section>`
}
