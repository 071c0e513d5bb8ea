import { table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

type EntryModel = {
  readonly title: string
  readonly answers: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

export type ComparisonModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Where what is compared is chosen. */
  readonly chooseHref: string
  readonly from: string
  readonly to: string
  readonly sheets: readonly { readonly title: string; readonly entries: readonly EntryModel[] }[]
  /** Option, net present social value before and after, money of the council before and after. */
  readonly figures: readonly (readonly string[])[]
}

/** What differs between two states of a review. */
export const comparisonPage = (model: ComparisonModel): Page => ({
  title: 'What changed',
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: 'What changed' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l">What changed</h1>
${
  model.from === model.to
    ? html`<p class="govuk-body">You chose “${model.from}” twice. <a class="govuk-link" href="${model.chooseHref}">Choose two versions that are not the same</a>.</p>`
    : html`<p class="govuk-body">From “${model.from}” to “${model.to}”.</p>
${model.sheets.length === 0 && html`<p class="govuk-body">Nothing differs.</p>`}`
}
${model.figures.length > 0 && figuresTable(model.figures)}
${model.sheets.map(({ title, entries }) => html`<h2 class="govuk-heading-m">${title}</h2>${entries.map(entryOf)}`)}`,
})

const figuresTable = (figures: ComparisonModel['figures']): SafeHtml =>
  html`<h2 class="govuk-heading-m">Results of the options</h2>
${scrolling(
  'Results of the options',
  table({
    firstCellIsHeader: true,
    head: [
      { text: 'Option' },
      ...['Net present social value before', 'and after', 'In the accounts of the council before', 'and after'].map(
        (text) => ({ text, format: 'numeric' }),
      ),
    ],
    rows: figures.map((row) => row.map((text, at) => (at === 0 ? { text } : { text, format: 'numeric' }))),
  }),
)}`

/** An answer before and after: side by side, and on a narrow screen one below the other. */
const entryOf = ({ title, answers }: EntryModel): SafeHtml => html`<h3 class="govuk-heading-s">${title}</h3>
${answers.map(
  ({
    label,
    before,
    after,
  }) => html`<h4 class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${label}</h4>
<div class="app-beside">${side('Before', before)}
${side('After', after)}</div>`,
)}`

const side = (when: string, text: string): SafeHtml =>
  html`<div class="app-beside__part"><p class="govuk-body-s"><strong>${when}</strong></p><p class="govuk-body govuk-!-margin-bottom-0 app-kept-lines">${text === '' ? 'Nothing' : text}</p></div>`
