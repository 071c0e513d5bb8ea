import { button, insetText, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type PairModel = {
  /** The id of the field for the reason. */
  readonly field: string
  /** What a form names it by. */
  readonly value: string
  readonly first: string
  readonly second: string
  readonly reasons: string
  /** Why both count; undefined where they are counted once. */
  readonly kept: string | undefined
  readonly typed: string
  readonly error: string | undefined
}

export type BetweenModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly pairs: readonly PairModel[]
  /** What is wrong besides what is at its pair. */
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly leftOut: readonly string[]
  /** For those who may decide. */
  readonly action: string | undefined
  readonly csrf: string
}

/** Benefits of different awards that may be one. */
export const betweenPage = (model: BetweenModel): Page => ({
  title: 'Counted twice between awards',
  hasErrors: problemsOf(model).length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Counted twice between awards' }],
  main: html`${problemSummary(problemsOf(model))}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">Counted twice between awards</h1>
<p class="govuk-body">Two money benefits may be the same one. This can happen when they go to the same body and come from the same budget, measure or service. The fund’s totals count them once, using the largest forecast, unless you explain why both count.</p>
${model.leftOut.length > 0 && insetText({ html: html`${model.leftOut.map((text) => html`<p class="govuk-body">${text}</p>`)}` })}
${model.pairs.length === 0 ? html`<p class="govuk-body">No benefits of different awards look like one.</p>` : model.pairs.map((pair, at) => pairOf(model, pair, at + 1))}`,
})

const problemsOf = ({ pairs, problems }: BetweenModel) => [
  ...problems,
  ...pairs.flatMap(({ error, field }) => (error === undefined ? [] : [{ text: error, href: `#${field}` }])),
]

const pairOf = ({ action, csrf }: BetweenModel, pair: PairModel, number: number): SafeHtml => html`
${summaryList({
  card: { title: { text: `Pair ${number}` } },
  rows: [
    { key: { text: 'One' }, value: { text: pair.first } },
    { key: { text: 'The other' }, value: { text: pair.second } },
    { key: { text: 'Why they may be one' }, value: { text: pair.reasons } },
    {
      key: { text: 'Counted' },
      value: { text: pair.kept === undefined ? 'Once' : `Both: ${pair.kept}` },
    },
  ],
})}
${action !== undefined && form({ action, csrf }, pair.kept === undefined ? countBoth(pair, number) : countOnce(pair, number))}`

const countBoth = ({ value, field, typed, error }: PairModel, number: number): SafeHtml => html`${hidden('pair', value)}
${textarea({
  name: 'reason',
  id: field,
  label: { text: `Why do both of pair ${number} count?` },
  hint: { text: 'In 300 characters or less. The public reads it once the returns are published' },
  rows: 2,
  value: typed,
  errorMessage: error === undefined ? undefined : { text: error },
})}
${button({ html: html`Count both<span class="govuk-visually-hidden"> of pair ${number}</span>`, name: 'counts', value: 'both', classes: 'govuk-button--secondary', preventDoubleClick: true })}`

const countOnce = ({ value }: PairModel, number: number): SafeHtml =>
  html`${hidden('pair', value)}${button({ html: html`Count them once again<span class="govuk-visually-hidden">: pair ${number}</span>`, name: 'counts', value: 'once', classes: 'govuk-button--secondary', preventDoubleClick: true })}`
