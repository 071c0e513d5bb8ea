import { details, insetText, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { dotPlot, illustrativeLabel, scaleAround, scrolling } from '../../../../ui/patterns/index.ts'

type Reasons = readonly { readonly by: string; readonly text: string }[]

export type ComparedWeight = {
  readonly title: string
  /** Percentages. */
  readonly mean: number
  readonly dots: readonly { readonly group: number; readonly value: number }[]
  readonly meanText: string
  readonly range: string
  /** Who differs most from the mean; '' where nobody does. */
  readonly furthest: string
  /** Of each person; '' where they gave none. */
  readonly each: readonly string[]
  readonly reasons: Reasons
}

export type ComparedCriterion = {
  readonly title: string
  readonly rows: readonly {
    readonly title: string
    readonly each: readonly string[]
    readonly mean: string
    readonly apart: string
  }[]
  readonly reasons: Reasons
}

export type ComparisonModel = {
  readonly groups: readonly string[]
  readonly people: readonly { readonly name: string; readonly speaksFor: string; readonly credentials: string }[]
  /** Undefined until weights are locked. */
  readonly weights: readonly ComparedWeight[] | undefined
  /** Consistency ratios by name, where criteria were compared in pairs. */
  readonly consistency: readonly string[]
  readonly scores: readonly ComparedCriterion[]
}

export type ComparePageModel = ComparisonModel & {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Where the round stands. */
  readonly roundHref: string
}

/** What people gave, side by side. */
export const comparePage = (model: ComparePageModel): Page => ({
  title: 'Compare what people gave',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'Compare' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Compare what people gave</h1>
${
  model.weights === undefined
    ? insetText({
        html: html`There is nothing to see yet: weights are sealed until they are locked. See how far <a class="govuk-link" href="${model.roundHref}">weights and scores</a> are.`,
      })
    : html`${weightsPart(model.weights, model)}${scoresPart(model)}
<h2 class="govuk-heading-m">Who they are</h2>
${scrolling(
  'Who they are',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Name' }, { text: 'They speak for' }, { text: 'What they know' }],
    rows: model.people.map(({ name, speaksFor, credentials }) => [
      { text: name },
      { text: speaksFor },
      { text: credentials },
    ]),
  }),
)}`
}`,
})

const weightsPart = (
  weights: readonly ComparedWeight[],
  { groups, people, consistency }: ComparisonModel,
): SafeHtml => html`<h2 class="govuk-heading-m">Weights</h2>
${dotPlot({
  id: 'weights',
  title: 'The weight that each person gives each criterion',
  description: weights.map(({ title, meanText, range }) => `${title}: mean ${meanText}, from ${range}`).join('. '),
  scale: scaleAround([0, ...weights.flatMap(({ dots }) => dots.map(({ value }) => value))], 0, 100),
  tickText: (value) => `${value}%`,
  groups,
  rows: weights.map(({ title, dots, mean }) => ({ label: title, dots, mean })),
  words: { mean: 'mean of all, each person counting the same' },
})}
${scrolling(
  'The weights of each person',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Criterion' },
      ...people.map(({ name }) => ({ text: name, format: 'numeric' as const })),
      { text: 'Mean', format: 'numeric' },
      { text: 'From lowest to highest' },
      { text: 'Differs most' },
    ],
    rows: weights.map(({ title, each, meanText, range, furthest }) => [
      { text: title },
      ...each.map((text) => ({ text, format: 'numeric' as const })),
      { html: html`<strong>${meanText}</strong>`, format: 'numeric' },
      { text: range },
      { text: furthest },
    ]),
  }),
)}
${consistency.length > 0 && html`<p class="govuk-body">Consistency ratios of the comparisons in pairs:</p><ul class="govuk-list govuk-list--bullet">${consistency.map((text) => html`<li>${text}</li>`)}</ul>`}
${weights.map(({ title, reasons }) => reasonsPart(`Why these weights: ${title}`, reasons))}`

const scoresPart = ({ scores, people }: ComparisonModel): SafeHtml | undefined =>
  scores.some(({ rows }) => rows.some(({ mean }) => mean !== ''))
    ? html`<h2 class="govuk-heading-m">Scores</h2>
${scores.map(
  ({ title, rows, reasons }) =>
    html`${scrolling(
      title,
      table({
        caption: title,
        captionClasses: 'govuk-table__caption--s',
        firstCellIsHeader: true,
        head: [
          { text: 'Option' },
          ...people.map(({ name }) => ({ text: name, format: 'numeric' as const })),
          { text: 'Mean', format: 'numeric' },
          { text: 'Apart by', format: 'numeric' },
        ],
        rows: rows.map(({ title: option, each, mean, apart }) => [
          { text: option },
          ...each.map((text) => ({ text, format: 'numeric' as const })),
          { html: html`<strong>${mean}</strong>`, format: 'numeric' },
          { text: apart, format: 'numeric' },
        ]),
      }),
    )}${reasonsPart(`Why these scores: ${title}`, reasons)}`,
)}`
    : undefined

const reasonsPart = (summaryText: string, reasons: Reasons): SafeHtml =>
  details({
    summaryText,
    html: html`<dl class="app-item-summary">${reasons.map(({ by, text }) => html`<dt>${by}</dt><dd>${text}</dd>`)}</dl>`,
  })
