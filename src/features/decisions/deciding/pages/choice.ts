import { button, input, radios, select, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import { decisionsCrumbs } from '../../list-crumbs.ts'

export type ChoiceModel = {
  readonly round: RoundInFund
  readonly back: { readonly text: string; readonly href: string }
  readonly reference: string
  readonly lead: string
  /** What a departure departs from. */
  readonly startsFrom: 'proposed' | 'recommended'
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** The sealed rules by which awards are chosen, and where they stand in full. */
  readonly sealed: { readonly lines: readonly string[]; readonly href: string }
  readonly rules: readonly { readonly value: string; readonly text: string }[]
  readonly typed: Readonly<Record<'outcome' | 'pounds' | 'place' | 'rule' | 'reason', string>>
  /** What stands for the choice that is shown. */
  readonly seen: string
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What becomes of one application. */
export function choicePage(model: ChoiceModel): Page {
  const { round, reference, lead, typed, errors } = model
  const otherwise = `Only if it is other than what is ${model.startsFrom}`
  return {
    title: `Decide on ${reference}`,
    hasErrors: errors.length > 0,
    breadcrumbs: [...decisionsCrumbs(round), model.back, { text: reference }],
    main: html`${problemSummary(errors)}
${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${reference}</span>${lead === '' ? 'Outcome' : lead}</h1>
${summaryList({ rows: model.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
<h2 class="govuk-heading-m">The sealed rules</h2>
<ul class="govuk-list govuk-list--bullet">${model.sealed.lines.map((line) => html`<li>${line}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="${model.sealed.href}">The sealed rules in full</a></p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('seen', model.seen)}${radios({
    idPrefix: 'outcome',
    name: 'outcome',
    fieldset: { legend: { text: 'What is the outcome?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorAt(errors, 'outcome'),
    value: typed.outcome,
    items: [
      { value: 'award', text: 'Award', conditional: { html: sumField(model) } },
      {
        value: 'reserve',
        text: 'Reserve',
        hint: { text: 'Awarded in its place when an award is declined' },
        conditional: { html: placeField(model) },
      },
      { value: 'declined', text: 'Declined' },
    ],
  })}
${select({ id: 'rule', name: 'rule', label: { text: 'Rule for departing', classes: 'govuk-label--s' }, hint: { text: otherwise }, errorMessage: errorAt(errors, 'rule'), value: typed.rule, items: [{ value: '', text: 'None' }, ...model.rules] })}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Reason', classes: 'govuk-label--s' }, hint: { text: `${otherwise}. It stands in the record with your name, and is published without it: do not say who anybody is` }, errorMessage: errorAt(errors, 'reason'), value: typed.reason, rows: 4 })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  }
}

const sumField = ({ typed, errors }: ChoiceModel): SafeHtml =>
  input({
    id: 'pounds',
    name: 'pounds',
    label: { text: 'Sum of the award', classes: 'govuk-label--s' },
    prefix: { text: '£' },
    classes: 'govuk-input--width-10',
    inputmode: 'numeric',
    errorMessage: errorAt(errors, 'pounds'),
    value: typed.pounds,
  })

const placeField = ({ typed, errors }: ChoiceModel): SafeHtml =>
  input({
    id: 'place',
    name: 'place',
    label: { text: 'Place on the reserve list', classes: 'govuk-label--s' },
    hint: { text: 'From 1. Empty leaves it where it is' },
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    errorMessage: errorAt(errors, 'place'),
    value: typed.place,
  })
