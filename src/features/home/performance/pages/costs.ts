import type { CostTyped } from '../../../../core/performance/index.ts'
import { button, dateInput, input, table, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

export type CostsModel = {
  readonly fund: { readonly name: string; readonly illustrative: boolean }
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly performanceHref: string
  readonly rows: readonly (readonly string[])[]
  readonly typed: CostTyped
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

const label = (text: string) => ({ text, classes: 'govuk-label--s' })
const headings = ['Month', 'Cost', 'Where it is from', 'Entered']

const monthField = ({ typed: { month }, errors }: CostsModel) =>
  dateInput({
    id: 'month',
    namePrefix: 'month',
    fieldset: { legend: { text: 'Which month?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'For example, 11 2026' },
    errorMessage: errorAt(errors, 'month-month'),
    items: [
      {
        name: 'month',
        label: 'Month',
        value: month.month,
        classes: 'govuk-input--width-5 app-month',
        inputmode: 'text',
      },
      { name: 'year', label: 'Year', value: month.year, classes: 'govuk-input--width-4' },
    ],
  })

/** What running a fund on the service costs, month by month. */
export const costsPage = (model: CostsModel): Page => ({
  title: 'What this fund costs',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'What this fund costs' }],
  main: html`${problemSummary(model.errors)}${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-xl"><span class="govuk-caption-xl">${model.fund.name}</span>What this fund costs</h1>
<p class="govuk-body">What running it on this service costs: people, hosting, mail. It is published, divided by the applications of the month, on the page that says <a class="govuk-link" href="${model.performanceHref}">how this service performs</a>. A month that is entered again has the later figure; the earlier is kept.</p>
${
  model.rows.length === 0
    ? html`<p class="govuk-body">Nothing was entered yet.</p>`
    : scrolling(
        'What this fund costs, by month',
        table({
          caption: 'What this fund costs, by month',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: headings.map((text) => ({ text })),
          rows: model.rows.map((cells) => cells.map((text) => ({ text }))),
        }),
      )
}
<h2 class="govuk-heading-m">Enter a month</h2>
${form(
  { action: model.action, csrf: model.csrf },
  html`${monthField(model)}
${input({ id: 'pounds', name: 'pounds', label: label('Cost'), hint: { text: 'In whole pounds' }, prefix: { text: '£' }, inputmode: 'numeric', classes: 'govuk-input--width-10', value: model.typed.pounds, errorMessage: errorAt(model.errors, 'pounds') })}
${textarea({ id: 'source', name: 'source', label: label('Where is this figure from?'), hint: { text: 'Such as the ledger code, or an invoice' }, rows: 2, value: model.typed.source, errorMessage: errorAt(model.errors, 'source') })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
})
