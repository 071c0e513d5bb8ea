import { button, radios, select, table } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

type Choice = { readonly value: string; readonly text: string }

export type MappingModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** The option whose budget it is. */
  readonly option: { readonly id: string; readonly title: string }
  /** The table as it travels on. */
  readonly table: string
  readonly headings: readonly Choice[]
  readonly columns: readonly { readonly label: string; readonly hint: string }[]
  readonly uses: readonly Choice[]
  /** Which years the budget does not have, in a sentence. */
  readonly otherYears: string
  /** What is chosen, by field. */
  readonly chosen: Readonly<Record<string, string>>
  /** The first rows, as they were sent. */
  readonly sample: { readonly letters: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** What the columns of a budget are. */
export const mappingPage = (model: MappingModel): Page => ({
  title: 'What the columns are',
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: 'What the columns are' }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Budget of ${model.option.title}</span>What the columns are</h1>
<p class="govuk-body">This is a first guess by the headings. Change what is wrong.</p>
${scrolling(
  'The first rows of the budget',
  table({
    caption: 'The first rows, as they were sent',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [{ text: 'Row' }, ...model.sample.letters.map((text) => ({ text }))],
    rows: model.sample.rows.map((cells, at) => [{ text: String(at + 1) }, ...cells.map((text) => ({ text }))]),
  }),
)}
${form(
  { action: model.action, csrf: model.csrf },
  html`${hidden('table', model.table)}${hidden('option', model.option.id)}
${select({
  name: 'headings',
  label: { text: 'Which row has the headings?' },
  hint: { text: 'Lines are below it' },
  items: model.headings,
  value: model.chosen.headings,
})}
${model.columns.map(({ label, hint }, at) =>
  select({
    name: `column-${at}`,
    label: { text: label },
    hint: { text: hint },
    items: model.uses,
    value: model.chosen[`column-${at}`],
    errorMessage: errorAt(model.errors, `column-${at}`),
  }),
)}
${radios({
  name: 'unit',
  fieldset: { legend: { text: 'What unit are the amounts in?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'pounds', text: 'Pounds' },
    { value: 'thousands', text: 'Thousands of pounds' },
  ],
  value: model.chosen.unit,
})}
${radios({
  name: 'basis',
  fieldset: { legend: { text: 'In which pounds?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'nominal', text: 'In the pounds that will be paid, as a budget has it' },
    { value: 'real', text: 'In pounds of the first year' },
  ],
  value: model.chosen.basis,
})}
${radios({
  name: 'other-years',
  fieldset: {
    legend: {
      text: 'What should happen to years that are not in the budget?',
      classes: 'govuk-fieldset__legend--s',
    },
  },
  hint: { text: `In lines that the option has already. ${model.otherYears}` },
  items: [
    { value: 'kept', text: 'They stay as they are' },
    { value: 'blanked', text: 'They are blanked', hint: { text: 'The line is then nothing in those years' } },
  ],
  value: model.chosen['other-years'],
})}
${button({ text: 'Continue', preventDoubleClick: true })}`,
)}`,
})
