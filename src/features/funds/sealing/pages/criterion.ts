import type { RoundInFund } from '../../../../core/rounds/round.ts'
import type { CriterionTyped } from '../../../../core/rules/index.ts'
import { checkboxes, input, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { roundPagePath } from '../../funds.paths.ts'
import { caption, errorAt, saveButton } from '../../pages/parts.ts'

export type CriterionModel = {
  readonly round: RoundInFund
  readonly stage: 'written' | 'interview'
  readonly heading: string
  readonly typed: CriterionTyped
  readonly questions: readonly { readonly id: string; readonly label: string }[]
  readonly revision: number
  readonly errors: readonly Words[]
  readonly action: string
  /** Where it is taken out; null for a new one. */
  readonly removeAction: string | null
  readonly csrf: string
}

/** Blank rows for more bands below those there are. */
const spareBands = 2

/** Adds or changes a criterion, with its scale. */
export function criterionPage(model: CriterionModel): Page {
  const { round, typed, errors, stage, heading, questions } = model
  const line = (name: 'name' | 'weight' | 'least', label: string, hint: string, extra = {}) =>
    input({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      hint: hint === '' ? undefined : { text: hint },
      errorMessage: errorAt(errors, name),
      value: typed[name],
      ...extra,
    })
  const small = { classes: 'govuk-input--width-5', inputmode: 'decimal', spellcheck: false } as const
  return {
    title: heading,
    hasErrors: errors.length > 0,
    backLink: { href: roundPagePath(round.fund.slug, round.slug, 'rules') },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}${heading}</h1>
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('revision', model.revision)}
${line('name', 'Name', '')}
${textarea({ id: 'looks-for', name: 'looks-for', label: { text: 'What it looks for', classes: 'govuk-label--s' }, hint: { text: 'Applicants read this, and assessors score by it' }, errorMessage: errorAt(errors, 'looks-for'), value: typed.looksFor, rows: 3 })}
${line('weight', 'Weight', 'All weights together make 100%', { ...small, suffix: { text: '%' } })}
${line('least', 'Fewest points (optional)', 'An application with fewer cannot be awarded', small)}
${stage === 'written' && questionsField(questions, typed, errors)}
<h2 class="govuk-heading-m">Scale</h2>
<p class="govuk-body">One band for each number of points. Save to get more rows. A row that is blank is left out.</p>
${[...typed.bands, ...Array.from({ length: spareBands }, () => ({ points: '', name: '', guidance: '' }))].map((band, index) => bandRow(index + 1, band, errors))}
${saveButton('Save the criterion')}`,
)}
${
  model.removeAction !== null &&
  form(
    { action: model.removeAction, csrf: model.csrf },
    html`${hidden('revision', model.revision)}<h2 class="govuk-heading-m">Take it out</h2>
<p class="govuk-body">Its scale goes with it. Ties that it decides are no longer decided by it.</p>
${warningButton('Take this criterion out')}`,
  )
}`,
  }
}

const warningButton = (text: string): SafeHtml =>
  html`<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button">${text}</button>`

const questionsField = (
  questions: CriterionModel['questions'],
  typed: CriterionTyped,
  errors: readonly Words[],
): SafeHtml =>
  questions.length === 0
    ? html`<p class="govuk-body">Choose the application form first: then you can say which answers this criterion reads.</p>`
    : checkboxes({
        idPrefix: 'questions',
        name: 'questions',
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: 'Which answers does it read?', classes: 'govuk-fieldset__legend--s' } },
        errorMessage: errorAt(errors, 'questions'),
        values: typed.questions,
        items: questions.map(({ id, label }) => ({ value: id, text: label })),
      })

function bandRow(row: number, band: CriterionTyped['bands'][number], errors: readonly Words[]): SafeHtml {
  const field = (part: 'points' | 'name' | 'guidance', label: string, classes: string) =>
    input({
      id: `band-${row}-${part}`,
      name: `band-${row}-${part}`,
      label: { text: label },
      errorMessage: errorAt(errors, `band-${row}-${part}`),
      value: band[part],
      classes,
    })
  return html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Band ${row}</legend>
${field('points', 'Points', 'govuk-input--width-4')}
${field('name', 'What it is called', 'govuk-input--width-20')}
${field('guidance', 'When it is given', '')}
</fieldset>`
}
