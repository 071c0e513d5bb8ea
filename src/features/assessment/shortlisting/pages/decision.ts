import { button, radios, select, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type DecisionModel = {
  readonly reference: string
  readonly lead: string
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly proposed: boolean
  /** What a departure asks for, with the band. */
  readonly hint: string
  readonly rules: readonly { readonly value: string; readonly text: string }[]
  readonly typed: { readonly chosen: string; readonly rule: string; readonly reason: string }
  /** Stands for the decision that the page shows, so that nobody decides over another's head. */
  readonly seen: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What the panel decides of one application, against what is proposed. */
export function decisionPage(model: DecisionModel): Page {
  const { reference, lead, illustrative, facts, proposed, hint, rules, typed, seen, errors, action, csrf } = model
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return {
    title: `Decide on ${reference}`,
    hasErrors: errors.length > 0,
    breadcrumbs: [...model.breadcrumbs, { text: reference }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${reference}</span>${lead === '' ? 'Decide on it' : lead}</h1>
${summaryList({ rows: facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
${form(
  { action, csrf },
  html`${hidden('seen', seen)}${radios({
    idPrefix: 'chosen',
    name: 'chosen',
    fieldset: { legend: { text: 'Is it on the shortlist?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorAt('chosen'),
    value: typed.chosen,
    items: [
      { value: 'yes', text: `Yes${proposed ? ', as proposed' : ''}` },
      { value: 'no', text: `No${proposed ? '' : ', as proposed'}` },
    ],
  })}
${select({
  id: 'rule',
  name: 'rule',
  label: { text: 'Rule for departing from what is proposed', classes: 'govuk-label--s' },
  hint: { text: hint },
  errorMessage: errorAt('rule'),
  value: typed.rule,
  items: [{ value: '', text: 'None' }, ...rules],
})}
${textarea({
  id: 'reason',
  name: 'reason',
  label: { text: 'Reason', classes: 'govuk-label--s' },
  hint: { text: 'It is frozen with the shortlist, with your name' },
  errorMessage: errorAt('reason'),
  value: typed.reason,
  rows: 4,
})}
${button({ text: 'Save the decision', preventDoubleClick: true })}`,
)}`,
  }
}
