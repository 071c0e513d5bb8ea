import { button, input, insetText, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type AnchorsModel = {
  readonly id: string
  readonly title: string
  readonly measures: string
  readonly worst: string
  readonly best: string
}

export type OwnWeightsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly errors: readonly FieldText[]
  readonly percentages: boolean
  readonly criteria: readonly (AnchorsModel & { readonly points: string; readonly reason: string })[]
  readonly round: number
  /** Whether weights are asked for now. */
  readonly asked: boolean
  readonly action: string
  readonly csrf: string
}

/** What somebody weighs each criterion, and why. */
export const ownWeightsPage = (model: OwnWeightsModel): Page => ({
  title: 'Your weights',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Your weights' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l" id="weights">Your weights</h1>
${
  model.percentages
    ? html`<p class="govuk-body">Give each criterion a percentage; together they are 100. Look at the step from worst to best, not at how important the words sound. ${tag({ text: 'Outside guidance', classes: 'govuk-tag--orange' })}</p>`
    : html`<p class="govuk-body">Imagine an option that is at its worst on everything. Which one step from worst to best would you take first? Give it 100. Then compare each other step with it: a step that matters half as much to you is 50, one that does not matter is 0.</p>`
}
${
  model.asked
    ? html`<p class="govuk-body">Nobody sees your weights until the facilitator locks the weights of all scorers. Until then you can change them.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('round', model.round)}${model.criteria.map((criterion) => fieldsOf(criterion, model))}${button({ text: 'Save my weights', preventDoubleClick: true })}`,
)}`
    : html`${insetText({ text: 'Weights are not asked for now.' })}<fieldset class="govuk-fieldset" disabled>${model.criteria.map((criterion) => fieldsOf(criterion, model))}</fieldset>`
}`,
})

const fieldsOf = (
  { points, reason, ...criterion }: OwnWeightsModel['criteria'][number],
  { errors, percentages }: OwnWeightsModel,
): SafeHtml => html`${anchorsPart(criterion)}
${input({
  id: `points-${criterion.id}`,
  name: `points-${criterion.id}`,
  label: {
    html: html`${percentages ? 'Percentage' : 'Points, from 0 to 100'}<span class="govuk-visually-hidden">: ${criterion.title}</span>`,
  },
  classes: 'govuk-input--width-4',
  inputmode: 'decimal',
  attributes: { 'data-slider-label': `${percentages ? 'Percentage' : 'Points'}: ${criterion.title}` },
  value: points,
  errorMessage: errorAt(errors, `points-${criterion.id}`),
})}
${reasonField(criterion, reason, errors)}`

/** What a criterion is, with its anchors. */
export const anchorsPart = ({ title, measures, worst, best }: AnchorsModel): SafeHtml =>
  html`<h2 class="govuk-heading-m govuk-!-margin-bottom-1">${title}</h2>
<p class="govuk-body">${measures}</p>
<dl class="app-item-summary"><dt>Worst</dt><dd>${worst}</dd><dt>Best</dt><dd>${best}</dd></dl>`

/** Why somebody gave what they gave. @param label seen beside the field; what it is of is heard otherwise */
export const reasonField = (
  { id, title }: Pick<AnchorsModel, 'id' | 'title'>,
  reason: string,
  errors: readonly FieldText[],
  label?: string,
): SafeHtml =>
  textarea({
    id: `reason-${id}`,
    name: `reason-${id}`,
    rows: 2,
    label:
      label === undefined
        ? { html: html`Why?<span class="govuk-visually-hidden"> ${title}</span>` }
        : { text: label, classes: 'govuk-label--s' },
    value: reason,
    errorMessage: errorAt(errors, `reason-${id}`),
  })
