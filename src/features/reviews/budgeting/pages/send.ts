import { button, input, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  fileChooser,
  illustrativeLabel,
  problemSummary,
} from '../../../../ui/patterns/index.ts'

export type SendModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly typed: { readonly option: string; readonly sheet: string; readonly pasted: string }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Where a budget is sent. */
export const sendPage = ({ illustrative, breadcrumbs, options, typed, errors, action, csrf }: SendModel): Page => ({
  title: 'Import a budget',
  hasErrors: errors.length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Import a budget' }],
  main: html`${problemSummary(errors)}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Import a budget</h1>
<p class="govuk-body">Send a table with a row for each line and a column for each year. You say on the next page what its columns are, and see every line before anything is saved.</p>
${form(
  { action, csrf, enctype: 'multipart/form-data' },
  html`${select({
    name: 'option',
    label: { text: 'Whose budget is it?' },
    items: [{ value: '', text: 'Select an option' }, ...options],
    value: typed.option,
    errorMessage: errorAt(errors, 'option'),
  })}
${fileChooser({
  name: 'file',
  label: { text: 'Spreadsheet or CSV file' },
  hint: { text: 'A file ending in .xlsx, .ods or .csv, smaller than 2 MB. Formulas are read as their results' },
  errorMessage: errorAt(errors, 'file'),
})}
${input({
  name: 'sheet',
  label: { text: 'Which sheet of the workbook? (optional)' },
  hint: { text: 'By its name. The first that holds anything, if you leave it blank' },
  value: typed.sheet,
  classes: 'govuk-input--width-20',
  errorMessage: errorAt(errors, 'sheet'),
})}
${textarea({
  name: 'pasted',
  label: { text: 'Or paste the cells' },
  hint: { text: 'As you copied them from a spreadsheet, with their headings' },
  value: typed.pasted,
  rows: 6,
  spellcheck: false,
})}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}`,
})
