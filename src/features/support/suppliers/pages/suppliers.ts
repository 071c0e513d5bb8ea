import { supportWork } from '../../../../core/support/index.ts'
import { button, checkboxes, details, input, select, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import { workWords } from '../../support.messages.ts'

type Item = { readonly value: string; readonly text: string }

/** What is typed of a supplier, with the lots there are. */
export type SupplierForm = {
  readonly typed: { readonly name: string; readonly terms: string; readonly lots: readonly string[] }
  readonly lots: readonly Item[]
  readonly errors: readonly FieldText[]
}

export type SuppliersModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly lots: readonly {
    readonly name: string
    readonly works: string
    readonly award: string
    readonly suppliers: string
  }[]
  readonly suppliers: readonly { readonly href: string; readonly name: string; readonly lots: string }[]
  /** For those who run the fund. */
  readonly add:
    | (SupplierForm & {
        readonly lotAction: string
        readonly action: string
        readonly awards: readonly Item[]
        readonly lotTyped: { readonly name: string; readonly works: readonly string[]; readonly award: string }
        readonly csrf: string
      })
    | undefined
}

/** The lots and suppliers of a fund. */
export const suppliersPage = ({ illustrative, breadcrumbs, lots, suppliers, add }: SuppliersModel): Page => ({
  title: 'Lots and suppliers',
  hasErrors: (add?.errors ?? []).length > 0,
  breadcrumbs: [...breadcrumbs, { text: 'Lots and suppliers' }],
  main: html`${problemSummary(add?.errors ?? [])}
${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Lots and suppliers</h1>
<p class="govuk-body">A lot is a part of the support that is bought separately: one kind of help, or all the help for one council. Each supplier has one or more lots, and only sees those and its own orders.</p>
<h2 class="govuk-heading-m">Lots</h2>
${lots.length === 0 ? html`<p class="govuk-body">No lots yet.</p>` : lotsTable(lots)}
${add !== undefined && lotForm(add)}
<h2 class="govuk-heading-m">Suppliers</h2>
${suppliers.length === 0 ? html`<p class="govuk-body">No suppliers yet.</p>` : suppliersTable(suppliers)}
${add !== undefined && supplierForm(add)}`,
})

const lotsTable = (lots: SuppliersModel['lots']): SafeHtml =>
  scrolling(
    'Lots',
    stackingTable({
      head: [{ text: 'Lot' }, { text: 'Kinds of help' }, { text: 'For' }, { text: 'Suppliers' }],
      rows: lots.map(({ name, works, award, suppliers }) => [
        { text: name },
        { text: works },
        { text: award },
        { text: suppliers },
      ]),
    }),
  )

const suppliersTable = (suppliers: SuppliersModel['suppliers']): SafeHtml =>
  scrolling(
    'Suppliers',
    stackingTable({
      head: [{ text: 'Supplier' }, { text: 'Lots' }],
      rows: suppliers.map(({ href, name, lots }) => [
        { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
        { text: lots },
      ]),
    }),
  )

const lotForm = ({ lotAction, lotTyped, awards, errors, csrf }: NonNullable<SuppliersModel['add']>): SafeHtml =>
  details({
    summaryText: 'Add a lot',
    open: errorAt(errors, 'lot-name') !== undefined,
    html: form(
      { action: lotAction, csrf },
      html`${input({ id: 'lot-name', name: 'lot-name', label: { text: 'Name of the lot', classes: 'govuk-label--s' }, hint: { text: 'Such as “Legal and tax”' }, value: lotTyped.name, errorMessage: errorAt(errors, 'lot-name') })}
${checkboxes({
  idPrefix: 'works',
  name: 'works',
  fieldset: { legend: { text: 'Which kinds of help are bought under it?', classes: 'govuk-fieldset__legend--s' } },
  hint: {
    text: 'Nothing else can be ordered under it, and this cannot be changed later. Tick none if it is for any kind',
  },
  values: lotTyped.works,
  items: supportWork.map((work) => ({ value: work, text: workWords[work] })),
})}
${select({ id: 'award', name: 'award', label: { text: 'For which award?', classes: 'govuk-label--s' }, value: lotTyped.award, items: [{ value: '', text: 'Any award of the fund' }, ...awards] })}
${button({ text: 'Add the lot', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

const supplierForm = ({ action, csrf, ...fields }: NonNullable<SuppliersModel['add']>): SafeHtml =>
  details({
    summaryText: 'Add a supplier',
    open: fields.errors.some(({ field }) => field === 'name' || field === 'terms'),
    html: form(
      { action, csrf },
      html`${supplierFields(fields)}${button({ text: 'Add the supplier', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })

/** The fields of a supplier, to add one or to change one. */
export const supplierFields = ({ typed, lots, errors }: SupplierForm): SafeHtml =>
  html`${input({ id: 'name', name: 'name', label: { text: 'Name of the supplier', classes: 'govuk-label--s' }, value: typed.name, errorMessage: errorAt(errors, 'name') })}
${
  lots.length > 0 &&
  checkboxes({
    idPrefix: 'lots',
    name: 'lots',
    fieldset: { legend: { text: 'Which lots does it have?', classes: 'govuk-fieldset__legend--s' } },
    values: typed.lots,
    items: lots.map((lot) => ({ ...lot })),
  })
}
${textarea({ id: 'terms', name: 'terms', label: { text: 'Framework and terms (optional)', classes: 'govuk-label--s' }, hint: { text: 'The framework or contract it was chosen under, agreed rates, who signed' }, rows: 4, value: typed.terms, errorMessage: errorAt(errors, 'terms') })}`
