import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { input, radios, select, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { problemSummary } from '../../../../ui/patterns/index.ts'
import type { Words } from '../../fields.messages.ts'
import { roundPagePath } from '../../funds.paths.ts'
import { caption, errorAt, saveButton } from '../../pages/parts.ts'
import type { RuleField } from '../rule-fields.messages.ts'

export type RuleSectionModel = {
  readonly round: RoundInFund
  readonly title: string
  readonly intro: string
  readonly fields: readonly RuleField[]
  readonly values: Readonly<Record<string, string>>
  readonly revision: number
  readonly errors: readonly Words[]
  readonly action: string
  readonly csrf: string
}

/** With so many choices, or more, one is picked from a list that opens. */
const mostRadios = 4

/** A section of the rules, to change. */
export function ruleSectionPage(model: RuleSectionModel): Page {
  const { round, title, errors } = model
  return {
    title,
    hasErrors: errors.length > 0,
    backLink: { href: roundPagePath(round.fund.slug, round.slug, 'rules') },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}${title}</h1>
<p class="govuk-body">${model.intro}</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('revision', model.revision)}
${model.fields.map((field) => html`${field.group !== undefined && html`<h2 class="govuk-heading-m">${field.group}</h2>`}${fieldOf(field, model)}`)}
${saveButton('Save')}`,
)}`,
  }
}

function fieldOf(field: RuleField, { values, errors }: RuleSectionModel): SafeHtml {
  const { name, label } = field
  const value = values[name] ?? ''
  const common = {
    id: name,
    name,
    hint: field.hint === undefined ? undefined : { text: field.hint },
    errorMessage: errorAt(errors, name),
  }
  const titled = { text: label, classes: 'govuk-label--s' }
  switch (field.kind) {
    case 'number':
      return input({
        ...common,
        label: titled,
        value,
        classes: 'govuk-input--width-4',
        inputmode: 'decimal',
        spellcheck: false,
        suffix: field.suffix === undefined ? undefined : { text: field.suffix },
      })
    case 'text':
      return textarea({ ...common, label: titled, value, rows: field.rows })
    case 'choice':
      return field.options.length > mostRadios
        ? select({ ...common, label: titled, value, items: [...field.options] })
        : radios({
            idPrefix: name,
            name,
            hint: common.hint,
            errorMessage: common.errorMessage,
            fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
            value,
            classes: field.options.length === 2 ? 'govuk-radios--inline' : 'govuk-radios--small',
            items: [...field.options],
          })
  }
}
