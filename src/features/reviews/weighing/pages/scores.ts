import { button, input, insetText } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { type AnchorsModel, anchorsPart, reasonField } from './weights.ts'

export type OwnScoresModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly errors: readonly FieldText[]
  readonly criterion: AnchorsModel
  /** What measurements are in; null where it is judged. */
  readonly unit: string | null
  /** What measurements are worth, in points of 100. */
  readonly worth: readonly { readonly measured: string; readonly points: string }[]
  readonly options: readonly { readonly id: string; readonly title: string; readonly score: string }[]
  readonly reason: string
  /** Whether scores are asked for now. */
  readonly asked: boolean
  readonly action: string
  readonly csrf: string
}

/** What somebody gives each option on one criterion, and why. */
export const ownScoresPage = (model: OwnScoresModel): Page => ({
  title: `Your scores: ${model.criterion.title}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Your scores' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l" id="scores">Your scores</h1>
${anchorsPart(model.criterion)}
${
  model.unit === null
    ? html`<p class="govuk-body">Score each option from 0, as good as the worst, to 100, as good as the best.</p>`
    : measuredPart(model, model.unit)
}
${
  model.asked
    ? html`<p class="govuk-body">Nobody sees your scores until the facilitator reveals the scores of all scorers.</p>
${form({ action: model.action, csrf: model.csrf }, html`${fieldsOf(model)}${button({ text: 'Save my scores', preventDoubleClick: true })}`)}`
    : html`${insetText({ text: 'Scores are not asked for now.' })}<fieldset class="govuk-fieldset" disabled>${fieldsOf(model)}</fieldset>`
}`,
})

const measuredPart = ({ worth }: OwnScoresModel, unit: string): SafeHtml =>
  html`<p class="govuk-body">Enter what each option would come to, in ${unit}. The points for it were agreed before. What lies below the lowest or above the highest gets the points of that one:</p>
<ul class="govuk-list govuk-list--bullet">${worth.map(({ measured, points }) => html`<li>${measured} ${unit}: ${points} points of 100</li>`)}</ul>`

const fieldsOf = ({ options, criterion, reason, unit, errors }: OwnScoresModel): SafeHtml =>
  html`${options.map(({ id, title, score }) =>
    input({
      id: `score-${id}`,
      name: `score-${id}`,
      label: { text: title },
      classes: unit === null ? 'govuk-input--width-4' : 'govuk-input--width-10',
      inputmode: 'decimal',
      value: score,
      ...(unit !== null && { suffix: { text: unit } }),
      errorMessage: errorAt(errors, `score-${id}`),
    }),
  )}${reasonField(criterion, reason, errors)}`
