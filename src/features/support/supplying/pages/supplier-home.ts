import { button, details, radios, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { errorAt, type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { type OrderLine, ordersTable } from '../../packages/pages/package.ts'

export type AwardCard = {
  readonly application: string
  readonly council: string
  readonly title: string
  readonly stand: { readonly text: string; readonly classes: string }
  readonly declared: boolean
  readonly what: string
  /** What was typed and will not do; undefined for all other awards. */
  readonly typed: { readonly interested: string; readonly what: string } | undefined
}

export type SupplierHomeModel = {
  readonly suppliers: readonly {
    readonly supplierId: string
    readonly name: string
    readonly fund: string
    readonly illustrative: boolean
    readonly lots: string
    readonly orders: readonly OrderLine[]
    readonly awards: readonly AwardCard[]
  }[]
  readonly action: string
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** What the people of a supplier see: its lots, its orders, and the awards on which it says whether it has an interest. */
export const supplierHomePage = ({ suppliers, errors, ...rest }: SupplierHomeModel): Page => ({
  title: 'Your support work',
  wide: true,
  hasErrors: errors.length > 0,
  main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">Your support work</h1>
${suppliers.length === 0 && html`<p class="govuk-body">Nobody has named you as one of the people of a supplier. The programme team of a fund does so, by your email address.</p>`}
${suppliers.map(
  (
    supplier,
  ) => html`<h2 class="govuk-heading-m"><span class="govuk-caption-m">${supplier.fund}</span>${supplier.name}</h2>
${illustrativeLabel(supplier.illustrative)}
<p class="govuk-body"><strong>Lots:</strong> ${supplier.lots}</p>
<h3 class="govuk-heading-s">Orders</h3>
${supplier.orders.length === 0 ? html`<p class="govuk-body">Nothing is ordered from you yet.</p>` : ordersTable(supplier.orders, 'Council')}
<h3 class="govuk-heading-s">Your interest in the services</h3>
<p class="govuk-body">You have an interest if ${supplier.name}, or somebody connected with it, might run the service, have a part in whoever runs it, or sell to it afterwards. Nothing can be ordered from you for an award before you have said.</p>
${supplier.awards.length === 0 ? html`<p class="govuk-body">No award of your lots is accepted yet.</p>` : supplier.awards.map((award) => awardCard(award, supplier.supplierId, { errors, ...rest }))}`,
)}`,
})

const awardCard = (
  { application, council, title, stand, declared, what, typed }: AwardCard,
  supplierId: string,
  { action, errors, csrf }: Omit<SupplierHomeModel, 'suppliers'>,
): SafeHtml => {
  const mine = typed === undefined ? [] : errors
  const id = typed === undefined ? `${supplierId}-${application}-` : ''
  return html`<h4 class="govuk-heading-s govuk-!-margin-bottom-1">${council} ${tag(stand)}</h4>
<p class="govuk-hint govuk-!-margin-bottom-2">${application}, ${title}</p>
${what !== '' && html`<p class="govuk-body">${what}</p>`}
${details({
  summaryText: declared ? `Declare again for ${council}` : `Declare for ${council}`,
  open: typed !== undefined,
  html: form(
    { action, csrf },
    html`${hidden('supplier', supplierId)}${hidden('application', application)}
${radios({
  idPrefix: `${id}interested`,
  name: 'interested',
  fieldset: { legend: { text: 'Have you an interest in the service?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorAt(mine, 'interested'),
  value: typed?.interested ?? '',
  items: [
    { value: 'no', text: 'No' },
    { value: 'yes', text: 'Yes' },
  ],
})}
${textarea({ id: `${id}what`, name: 'what', label: { text: 'If so, what is it?' }, rows: 3, value: typed?.what ?? '', errorMessage: errorAt(mine, 'what') })}
${button({ text: 'Declare', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  ),
})}`
}
