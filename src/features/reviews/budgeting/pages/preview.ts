import { button, insetText, table } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

export type PreviewRow = {
  readonly row: number
  readonly title: string
  readonly what: string
  readonly total: string
  /** What comes of it when it is taken over. */
  readonly effect: string
  readonly taken: boolean
  readonly problems: readonly string[]
}

export type PreviewModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** The option whose budget it is. */
  readonly option: string
  readonly good: readonly PreviewRow[]
  readonly bad: readonly PreviewRow[]
  /** What may be wrong with rows that can be taken over, in sentences. */
  readonly warnings: readonly string[]
  /** Table, option and mapping, as they travel on. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  readonly action: string
  /** Where what the columns are is asked again, with all as it was said. */
  readonly columnsAction: string
  readonly csrf: string
}

/** What the lines of a budget would be, and what keeps rows from being one. */
export const previewPage = (model: PreviewModel): Page => ({
  title: 'Check the budget',
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'Check the budget' }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Budget of ${model.option}</span>Check the budget</h1>
${model.bad.length > 0 && problemsOf(model.bad)}
${form(
  { action: model.columnsAction, csrf: model.csrf },
  html`${travelling(model)}${hidden('again', 'columns')}
${button({ text: 'Change what the columns are', classes: 'govuk-button--secondary' })}`,
)}
${
  model.good.length === 0
    ? html`<p class="govuk-body">There is no row that can be a line. Change what the columns are, or send the table again.</p>`
    : form(
        { action: model.action, csrf: model.csrf },
        html`${travelling(model)}
<p class="govuk-body">Select the rows to import. Totals of other rows are not selected, as they would count twice. Afterwards open each line that is a transfer, such as VAT or business rates, and say so.</p>
${model.warnings.map((text) => insetText({ text }))}
${scrolling('Rows that can be lines', goodTable(model.good))}
${button({ text: 'Import the selected rows', preventDoubleClick: true })}`,
      )
}`,
})

const travelling = ({ fields }: PreviewModel): readonly SafeHtml[] => fields.map(([name, value]) => hidden(name, value))

const problemsOf = (rows: readonly PreviewRow[]): SafeHtml => html`
<h2 class="govuk-heading-m">${rows.length === 1 ? 'One row has a problem' : `${rows.length} rows have a problem`}</h2>
<p class="govuk-body">These rows are not imported. Correct them in the spreadsheet and send it again, or enter the lines by hand.</p>
<ul class="govuk-list govuk-list--bullet">${rows.map(({ row, title, problems }) => html`<li><strong>Row ${row}, ${title}:</strong> ${problems.join('. ')}</li>`)}</ul>`

const goodTable = (rows: readonly PreviewRow[]): SafeHtml =>
  table({
    head: [
      { text: 'Import' },
      { text: 'Row' },
      { text: 'Line' },
      { text: 'All years', format: 'numeric' },
      { text: 'What happens' },
    ],
    rows: rows.map(({ row, title, what, total, effect, taken }) => [
      { html: box(row, title, taken) },
      { text: String(row) },
      { html: html`${title}<br><span class="govuk-hint govuk-!-font-size-16">${what}</span>` },
      { text: total, format: 'numeric' },
      { text: effect },
    ]),
  })

const box = (row: number, title: string, taken: boolean): SafeHtml =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="take-${row}" name="take" type="checkbox" value="${row}"${taken && html` checked`}><label class="govuk-label govuk-checkboxes__label" for="take-${row}"><span class="govuk-visually-hidden">Import ${title}, row ${row}</span></label></div></div>`
