import { button, input, summaryList } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  emailAddress,
  errorAt,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
} from '../../../../ui/patterns/index.ts'
import { type SupplierForm, supplierFields } from './suppliers.ts'

export type SupplierModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly name: string
  readonly lots: string
  readonly terms: string
  readonly people: readonly { readonly personId: string; readonly name: string; readonly email: string }[]
  readonly orders: readonly {
    readonly href: string
    readonly reference: string
    readonly council: string
    readonly title: string
    readonly cost: string
  }[]
  /** For those who run the fund. */
  readonly change:
    | (SupplierForm & { readonly action: string; readonly email: string; readonly csrf: string })
    | undefined
}

/** A supplier of a fund: its lots, its people and its orders. */
export const supplierPage = (model: SupplierModel): Page => ({
  title: model.name,
  hasErrors: (model.change?.errors ?? []).length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.name }],
  main: html`${problemSummary(model.change?.errors ?? [])}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Supplier</span>${model.name}</h1>
${summaryList({
  rows: [
    { key: { text: 'Lots' }, value: { text: model.lots } },
    { key: { text: 'Framework and terms' }, value: { text: model.terms === '' ? 'Not written down' : model.terms } },
  ],
})}
<h2 class="govuk-heading-m">Orders</h2>
${model.orders.length === 0 ? html`<p class="govuk-body">Nothing is ordered from it yet. Orders are made from the page of an award.</p>` : ordersTable(model.orders)}
<h2 class="govuk-heading-m">People</h2>
${model.people.length === 0 ? html`<p class="govuk-body">Nobody has been added yet, so nobody at this supplier can see its orders.</p>` : peopleTable(model)}
${model.change !== undefined && forms(model.change)}`,
})

const ordersTable = (orders: SupplierModel['orders']): SafeHtml =>
  scrolling(
    'Orders',
    stackingTable({
      head: [{ text: 'Order' }, { text: 'For' }, { text: 'What' }, { text: 'Cost', format: 'numeric' }],
      rows: orders.map(({ href, reference, council, title, cost }) => [
        { html: html`<a class="govuk-link" href="${href}">${reference}</a>` },
        { text: council },
        { text: title },
        { text: cost, format: 'numeric' },
      ]),
    }),
  )

const peopleTable = ({ people, change }: SupplierModel): SafeHtml =>
  scrolling(
    'People of the supplier',
    stackingTable({
      head: [{ text: 'Name' }, { text: 'Email address' }, ...(change === undefined ? [] : [{ text: 'Remove' }])],
      rows: people.map(({ personId, name, email }) => [
        { text: name === email ? 'No name yet' : name },
        { html: emailAddress(email) },
        ...(change === undefined
          ? []
          : [
              {
                html: form(
                  { action: `${change.action}/people/remove`, csrf: change.csrf },
                  html`${hidden('person', personId)}${button({ html: html`Remove<span class="govuk-visually-hidden"> ${name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}`,
                ),
              },
            ]),
      ]),
    }),
  )

const forms = ({ action, email, csrf, ...fields }: NonNullable<SupplierModel['change']>): SafeHtml =>
  html`${form(
    { action: `${action}/people`, csrf },
    html`${input({ id: 'email', name: 'email', type: 'email', autocomplete: 'off', spellcheck: false, label: { text: 'Add somebody by email address', classes: 'govuk-label--s' }, hint: { text: 'We send them an email. They sign in with this address' }, value: email, errorMessage: errorAt(fields.errors, 'email') })}
${button({ text: 'Add', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )}
<h2 class="govuk-heading-m">Change the supplier</h2>
${form({ action, csrf }, html`${supplierFields(fields)}${button({ text: 'Save', preventDoubleClick: true })}`)}`
