import { button, details, input, insetText, table } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary, scrolling } from '../../../../ui/patterns/index.ts'

export type GridRow = {
  readonly key: string
  readonly title: string
  /** Its kind, whose it is and its nature. */
  readonly what: string
  /** The version that is shown, and where the rest of the line is written; undefined for one that is offered. */
  readonly saved: { readonly seen: number; readonly href: string } | undefined
  readonly cells: readonly { readonly name: string; readonly value: string; readonly error: string | undefined }[]
  /** Of all years, as last saved. */
  readonly total: string | undefined
}

export type GridModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** The option. */
  readonly title: string
  readonly years: readonly string[]
  readonly rows: readonly GridRow[]
  readonly problems: readonly { readonly text: string; readonly href: string }[]
  /** What may be wrong with what is saved, in sentences. */
  readonly warnings: readonly string[]
  /** From where lines can be taken. */
  readonly sources: readonly { readonly text: string; readonly href: string }[]
  /** From where those that are offered were taken; '' for none. */
  readonly from: string
  readonly addHref: string
  readonly importHref: string
  readonly readOnly: boolean
  readonly action: string
  readonly csrf: string
}

/** All money of an option on one page: a row for each line, a column for each year. */
export const gridPage = (model: GridModel): Page => ({
  title: `Amounts of ${model.title}`,
  wide: true,
  hasErrors: model.problems.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.title }],
  main: html`${problemSummary(model.problems)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.title}</span>Amounts by year</h1>
<p class="govuk-body">Enter costs as well as income as positive amounts, in pounds. A year that is left blank counts as £0. Open a line for its range, its optimism bias and its evidence. The table scrolls sideways where it has more years than fit.</p>
${model.warnings.map((text) => insetText({ text }))}
${!model.readOnly && startOf(model)}
${model.rows.length === 0 ? html`<p class="govuk-body">The option has no lines yet.</p>` : gridOf(model)}`,
})

const gridOf = (model: GridModel): SafeHtml =>
  model.readOnly
    ? html`<fieldset class="govuk-fieldset" disabled>${tableOf(model)}</fieldset>`
    : form(
        { action: model.action, csrf: model.csrf },
        html`${hidden('from', model.from)}${model.rows.map(({ key, saved }) => saved !== undefined && hidden(`${key}-seen`, saved.seen))}
${tableOf(model)}
${button({ text: 'Save amounts', preventDoubleClick: true })}`,
      )

const startOf = ({ sources, addHref, importHref }: GridModel): SafeHtml =>
  details({
    summaryText: 'Add lines',
    html: html`<ul class="govuk-list govuk-list--bullet">
${sources.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
<li><a class="govuk-link" href="${importHref}">Import a budget from a spreadsheet</a></li>
<li><a class="govuk-link" href="${addHref}">Add one line of your own</a></li>
</ul>`,
  })

const tableOf = ({ title, rows, years }: GridModel): SafeHtml =>
  scrolling(
    `Amounts of ${title} by year`,
    table({
      classes: 'app-grid',
      firstCellIsHeader: true,
      head: [{ text: 'Line' }, ...years.map((text) => ({ text })), { text: 'All years, as saved', format: 'numeric' }],
      rows: rows.map((row) => [
        { html: lineOf(row) },
        ...row.cells.map((cell, at) => ({ html: cellOf(row.title, years[at] ?? '', cell) })),
        { text: row.total ?? '', format: 'numeric' },
      ]),
    }),
  )

const lineOf = ({ title, what, saved }: GridRow): SafeHtml =>
  html`${saved === undefined ? title : html`<a class="govuk-link" href="${saved.href}">${title}</a>`}<br><span class="govuk-hint govuk-!-font-size-16">${what}${saved === undefined && '. Not saved yet'}</span>`

const cellOf = (line: string, year: string, { name, value, error }: GridRow['cells'][number]): SafeHtml =>
  input({
    name,
    id: name,
    label: { text: `${line}, ${year}, in pounds`, classes: 'govuk-visually-hidden' },
    value,
    inputmode: 'decimal',
    classes: 'app-grid__amount',
    formGroup: { classes: 'govuk-!-margin-bottom-0' },
    errorMessage: error === undefined ? undefined : { text: error },
  })
