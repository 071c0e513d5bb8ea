import { percentilesMean } from '../../../../core/reviews/index.ts'
import { button, details, insetText, select, table } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'
import { runMade } from '../../runs/pages/run-made.ts'
import { bandChart, curvesChart, tornadoOf } from './run-charts.ts'
import type { RunModel } from './run-model.ts'

export type UncertaintyModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  readonly csrf: string
  readonly writes: boolean
  /** Whether there is money to simulate. */
  readonly ready: boolean
  readonly linesHref: string
  readonly run: RunModel | undefined
}

/** How sure the money of a review is. */
export const uncertaintyPage = (model: UncertaintyModel): Page => ({
  title: 'How sure the money is',
  wide: true,
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'How sure the money is' }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">How sure the money is</h1>
<p class="govuk-body">The simulation runs many times. Each time it draws every line within its range, and decides whether each risk happens. All options use the same draws, so differences between them are real and not chance.</p>
${model.run === undefined ? nothingYet(model) : runOf(model.run, model)}
${model.writes && workOut(model)}`,
})

const nothingYet = ({ ready, linesHref }: UncertaintyModel): SafeHtml =>
  ready
    ? html`<p class="govuk-body">Nothing is simulated yet.</p>`
    : html`<p class="govuk-body">There is nothing to simulate yet. <a class="govuk-link" href="${linesHref}">Enter the costs of business as usual</a> first.</p>`

const workOut = ({ action, csrf, run, ready }: UncertaintyModel): SafeHtml | false =>
  ready &&
  form(
    { action, csrf },
    button({
      text: run === undefined ? 'Simulate' : 'Simulate again',
      preventDoubleClick: true,
      attributes: { id: 'work-out' },
    }),
  )

const amount = (text: string) => ({ text, format: 'numeric' })

const runOf = (run: RunModel, model: UncertaintyModel): SafeHtml => html`
${run.made.stale && insetText({ text: 'What was written, or how it is taken into account, has changed since this simulation. Simulate again before you rest anything on it.' })}
<p class="govuk-body-l">${run.finding}</p>
<h2 class="govuk-heading-m">The range of results for each option</h2>
${curvesChart(run)}
${run.curves.length < run.rows.length && html`<p class="govuk-hint">The picture has the ${run.curves.length} options that are best most often. The table has all ${run.rows.length}.</p>`}
<p class="govuk-body">${percentilesMean}</p>
${scrolling('Net present social value of each option', valuesTable(run))}
${run.certain !== undefined && insetText({ text: run.certain })}
${run.option !== undefined && optionOf(run, run.option, model.action)}
${runMade(run.made, 'simulation', model.csrf)}`

const valuesTable = ({ rows }: RunModel): SafeHtml =>
  table({
    classes: 'app-compact',
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      amount('Mean'),
      amount('P10'),
      amount('P50'),
      amount('P80'),
      amount('P90'),
      amount('Standard deviation'),
      amount('Best in'),
    ],
    rows: rows.map(({ title, mean, sd, percentiles, first }) => [
      { text: title },
      amount(mean),
      ...percentiles.map(amount),
      amount(sd),
      amount(first),
    ]),
  })

const optionOf = (
  { choices }: RunModel,
  option: NonNullable<RunModel['option']>,
  action: string,
): SafeHtml => html`<h2 class="govuk-heading-m">${option.title}: what the result depends on</h2>
<form method="get" action="${action}">${select({ id: 'option', name: 'option', label: { text: 'Option' }, value: option.id, items: choices.map(({ value, text }) => ({ value, text })) })}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>
${option.meanFinding !== undefined && html`<p class="govuk-body">${option.meanFinding}</p>`}
<p class="govuk-body">${option.tornadoFinding}</p>
${
  option.bars.length > 0 &&
  html`${tornadoOf(option)}
${details({
  summaryText: 'The same as a table',
  html: scrolling(
    'What each line does to the net present social value',
    table({
      firstCellIsHeader: true,
      head: [
        { text: 'Line or risk' },
        amount('At its 10th percentile, or not happening'),
        amount('At its 90th percentile, or happening'),
      ],
      rows: option.barRows.map(({ label, low, high }) => [{ text: label }, amount(low), amount(high)]),
    }),
  ),
})}`
}
${
  option.band !== undefined &&
  html`<h2 class="govuk-heading-m">${option.title}: what the council will have paid</h2>
<p class="govuk-body">${option.bandFinding}</p>
${bandChart(option.title, option.band)}
${details({
  summaryText: 'The same as a table',
  html: html`<p class="govuk-body">${percentilesMean}</p>
${scrolling(
  'Paid and got by the end of each year',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'By the end of' }, amount('P10'), amount('P50'), amount('P90')],
    rows: option.bandRows.map(({ year, cells }) => [{ text: year }, ...cells.map(amount)]),
  }),
)}`,
})}`
}`
