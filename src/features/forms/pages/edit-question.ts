import {
  button,
  checkboxes,
  details,
  input,
  insetText,
  radios,
  select,
  summaryList,
  textarea,
} from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { markdownHint } from '../../../ui/patterns/index.ts'
import { limitsOf } from '../build-parts.ts'
import { hasOptions, hasWordLimit } from '../build-question.ts'
import { type ProblemWords, typeWords } from '../forms.messages.ts'
import type { QuestionTyped } from '../question-typed.ts'
import type { EditorFrame } from '../read-draft.ts'
import { errorAt, link, managedForm } from './parts.ts'
import { fileFields, limitFields, listFields } from './question-parts.ts'

export type EditQuestionModel = EditorFrame & {
  readonly title: string
  readonly typed: QuestionTyped
  /** The types to choose from, for a new question. */
  readonly types: readonly (keyof typeof typeWords)[]
  /** Questions whose answer names an authority, for a new question that asks for its kind; of one there is it stays. */
  readonly naming: readonly { readonly value: string; readonly text: string }[] | undefined
  /** What is saved now, beside what was typed, after somebody else changed it. */
  readonly theirs: QuestionTyped | undefined
  readonly seen: string
  /** What was typed that the type of the question has no field for any more, by what it was. */
  readonly left: readonly { readonly name: string; readonly text: string }[]
  readonly condition: string
  readonly conditionHref: string | undefined
  readonly isNew: boolean
  /** The question as applicants would see it, when somebody asked for that. */
  readonly preview: SafeHtml | undefined
  readonly action: string
  readonly csrf: string
  readonly problems: readonly ProblemWords[]
}

/** The fields that errors can link to. */
export const questionFieldIds = [
  'label',
  'type',
  'maxWords',
  'minWords',
  'min',
  'max',
  'minItems',
  'maxItems',
  'maxMegabytes',
  'moreOptions',
  'moreColumns',
  'firstQuestion',
  'kindOf',
  'theirs',
  'main-content',
] as const

/** A question of a draft: what it asks, and how it may be answered. Of a new one the type is chosen first. */
export function editQuestionPage(model: EditQuestionModel): Page {
  const { frame, problems, isNew, typed } = model
  const picksType = isNew && !model.types.some((type) => type === typed.type)
  return managedForm(frame, {
    title: model.title,
    caption: model.caption,
    trail: [{ text: `Edit version ${model.number}`, href: model.editHref }],
    problems,
    content: picksType
      ? typePicker(model)
      : html`${theirsOf(model.theirs)}${leftOf(model)}
${!isNew && insetText({ html: html`${model.condition === '' ? 'It is always asked' : model.condition}. ${model.conditionHref !== undefined && link(model.conditionHref, 'Change the condition')}` })}
${model.preview !== undefined && html`<section aria-labelledby="preview-title" class="app-preview"><h2 class="govuk-heading-m" id="preview-title">As applicants would see it</h2><p class="govuk-body">This is not saved yet.</p><fieldset class="govuk-fieldset" disabled><legend class="govuk-visually-hidden">Preview of the question</legend>${model.preview}</fieldset></section>`}
${form(
  { action: model.action, csrf: model.csrf, namedByLabels: true },
  html`${hidden('seen', model.seen)}${hidden('type', typed.type)}
${wordsOf(model)}
${answerOf(model)}
<div class="govuk-button-group">
${button({ text: isNew ? 'Add the question' : 'Save the question', preventDoubleClick: true })}
${button({ text: 'See it first', name: 'preview', value: 'yes', classes: 'govuk-button--secondary' })}
${link(model.editHref, 'Cancel')}
</div>`,
)}`,
  })
}

const small = 'govuk-label--s'

const typePicker = (model: EditQuestionModel): SafeHtml =>
  form(
    { action: model.action, method: 'get' },
    html`${hidden('asked', 'type')}${radios({
      name: 'type',
      idPrefix: 'type',
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'How is it answered?', classes: 'govuk-fieldset__legend--s' } },
      hint: { text: 'This cannot be changed later: remove the question and add another instead' },
      errorMessage: errorAt(model.problems, 'type'),
      items: model.types.map((type) => ({ value: type, text: typeWords[type] })),
    })}<div class="govuk-button-group">${button({ text: 'Continue' })}${link(model.editHref, 'Cancel')}</div>`,
  )

function wordsOf({ typed, problems, naming }: EditQuestionModel): SafeHtml {
  return html`<p class="govuk-body">It is answered with: ${(typeWords[typed.type as keyof typeof typeWords] ?? typed.type).toLowerCase()}.</p>
${input({ name: 'label', label: { text: 'Question', classes: small }, value: typed.label, errorMessage: errorAt(problems, 'label') })}
${textarea({ name: 'hint', label: { text: 'Hint (optional)', classes: small }, hint: { text: 'A sentence below the question, shown to everyone. [words](address) makes a link' }, value: typed.hint, rows: 2 })}
${textarea({ name: 'guidance', label: { text: 'Longer help (optional)', classes: small }, hint: { text: `Closed until somebody opens it. ${markdownHint}` }, value: typed.guidance, rows: 4 })}
${
  typed.type === 'named-kind'
    ? naming !== undefined && namingFields(naming, typed, problems)
    : checkboxes({
        name: 'required',
        items: [{ value: 'yes', text: 'It must be answered' }],
        values: typed.required ? ['yes'] : [],
      })
}`
}

function namingFields(
  naming: readonly { readonly value: string; readonly text: string }[],
  { kindOf }: QuestionTyped,
  problems: readonly ProblemWords[],
): SafeHtml {
  if (naming.length === 0) {
    return html`<div id="kindOf" tabindex="-1">${insetText({ text: 'No question before this one is answered with an authority. Add that question first, in the same group if this one is in a group.' })}</div>`
  }
  return radios({
    name: 'kindOf',
    idPrefix: 'kindOf',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Whose answer names the authority?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'This question is asked once that one is answered, and the register answers it. Conditions and rules can then ask for the kind',
    },
    errorMessage: errorAt(problems, 'kindOf'),
    ...(kindOf !== undefined && { value: kindOf }),
    items: naming,
  })
}

function answerOf(model: EditQuestionModel): SafeHtml {
  const { typed, problems, isNew } = model
  const limits = limitsOf(typed.type)
  return html`${
    hasWordLimit(typed.type) &&
    input({
      name: 'maxWords',
      label: { text: 'Most words (optional)', classes: small },
      inputmode: 'numeric',
      spellcheck: false,
      classes: 'govuk-input--width-5',
      value: typed.maxWords,
      errorMessage: errorAt(problems, 'maxWords'),
    })
  }
${hasOptions(typed.type) && optionsOf(typed, problems)}
${listFields(typed, problems, isNew)}
${typed.type === 'file' && fileFields(typed)}
${typed.type === 'declaration' && textarea({ name: 'declaration', label: { text: 'What is agreed to (optional)', classes: small }, hint: { text: markdownHint }, value: typed.declaration, rows: 4 })}
${limits.length > 0 && details({ summaryText: 'Other limits', open: limits.some((name) => (typed.limits[name] ?? '') !== '' || errorAt(problems, name) !== undefined), html: limitFields(typed, problems) })}
${input({ name: 'shortName', label: { text: 'Short name (optional)', classes: small }, hint: { text: 'What it is called in the middle of a sentence, as in “Enter the name of the lead officer”. Made from the question if left blank' }, value: typed.shortName })}
${select({
  name: 'material',
  label: { text: 'What this answer is to a sign-off', classes: small },
  hint: {
    text: 'When an answer about money, scope or partners changes, those who signed are asked to sign again. As usual, amounts are money and authorities are partners',
  },
  value: typed.material,
  items: materialItems,
})}`
}

/** Blank leaves it to the type. */
const materialItems = [
  { value: '', text: 'As usual for its type' },
  { value: 'money', text: 'Money' },
  { value: 'scope', text: 'Scope: what is to be done' },
  { value: 'partners', text: 'Partners' },
  { value: 'none', text: 'Nothing: it can change after a signature' },
]

function optionsOf(typed: QuestionTyped, problems: readonly ProblemWords[]): SafeHtml {
  return html`${
    typed.options.length > 0 &&
    html`<fieldset class="govuk-fieldset" id="options"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Options</legend>
<p class="govuk-hint">Empty one to take it away. A reworded option stays the same one for conditions.</p>
${typed.options.map(
  ({ value, label }, index) =>
    html`${hidden('optionValue', value)}${input({ id: `option-${index + 1}`, name: 'option', label: { text: `Option ${index + 1}` }, value: label })}`,
)}</fieldset>`
  }
${textarea({ name: 'moreOptions', label: { text: typed.options.length > 0 ? 'More options (optional)' : 'Options', classes: small }, hint: { text: 'One on each line' }, value: typed.moreOptions, rows: 4, errorMessage: errorAt(problems, 'moreOptions') })}`
}

/** What was typed into fields that are not there any more, to be read and copied. */
const leftOf = ({ left }: EditQuestionModel): SafeHtml | false =>
  left.length > 0 &&
  html`<section aria-labelledby="left-title"><h2 class="govuk-heading-m" id="left-title">What you wrote that has no field now</h2>
<p class="govuk-body">The question is answered another way since you opened the page. Copy what you still need.</p>
${summaryList({ rows: left.map(({ name, text }) => ({ key: { text: name }, value: { html: html`<div class="app-typed">${text}</div>` } })) })}</section>`

/** What somebody else saved meanwhile. */
function theirsOf(theirs: QuestionTyped | undefined): SafeHtml | false {
  if (theirs === undefined) return false
  const row = (key: string, text: string) => text !== '' && { key: { text: key }, value: { text } }
  return html`<section id="theirs" aria-labelledby="theirs-title">
<h2 class="govuk-heading-m" id="theirs-title">The question as it is saved now</h2>
${summaryList({
  rows: [
    row('Question', theirs.label),
    row('Answered with', typeWords[theirs.type as keyof typeof typeWords] ?? theirs.type),
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
