import { button, details, insetText, tag, textarea } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  scrolling,
  stackingTable,
  statisticsRow,
} from '../../../../ui/patterns/index.ts'

type Tag = { readonly text: string; readonly classes: string }

export type OrderLine = {
  readonly href: string
  readonly reference: string
  readonly title: string
  /** The other side: the supplier, or the council for whoever works for one. */
  readonly other: string
  readonly work: string
  readonly due: string
  readonly cost: string
  readonly state: Tag
}

export type InterestLine = {
  readonly supplierId: string
  readonly supplier: string
  readonly stand: Tag
  /** What the interest is, who said so and what was waived; '' where nothing. */
  readonly lines: readonly string[]
  readonly waivable: boolean
}

export type PackageModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly council: string
  readonly title: string
  readonly ended: boolean
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  readonly counts: string
  readonly agreement: readonly string[]
  readonly agreementHref: string | undefined
  readonly needs: readonly {
    readonly work: string
    readonly level: string
    readonly what: string
    readonly by: string
    readonly said: string
  }[]
  readonly needsHref: string | undefined
  readonly interests: readonly InterestLine[]
  readonly waiver: { readonly action: string; readonly supplier: string; readonly reason: string } | undefined
  readonly orders: readonly OrderLine[]
  readonly orderHref: string | undefined
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The support of one award: what the council needs, what was ordered, from whom, and what is left. */
export const packagePage = (model: PackageModel): Page => ({
  title: `Support for ${model.council}`,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: `Support for ${model.council}` }],
  wide: true,
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.title}</span>Support for ${model.council}</h1>
${model.ended && insetText({ text: 'This award is no longer in force. Nothing more can be ordered for it.' })}
${statisticsRow(model.statistics)}
<p class="govuk-body">${model.counts}</p>
<h2 class="govuk-heading-m">Orders</h2>
${model.orders.length === 0 ? html`<p class="govuk-body">Nothing is ordered yet.</p>` : ordersTable(model.orders, 'Supplier')}
${model.orderHref !== undefined && button({ text: 'Order support', href: model.orderHref })}
<h2 class="govuk-heading-m">What the council needs</h2>
${model.needs.length === 0 ? html`<p class="govuk-body">Nobody has said yet.</p>` : needsTable(model.needs)}
${model.needsHref !== undefined && button({ text: 'Say what is needed', href: model.needsHref, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m" id="interests">Interests of suppliers</h2>
<p class="govuk-body">Each supplier says whether it has an interest in the service that comes of this award. One that has gives no options advice, unless the programme team waives the interest with a reason.</p>
${model.interests.length === 0 ? html`<p class="govuk-body">No supplier has declared yet.</p>` : model.interests.map((interest) => interestOf(interest, model))}
<h2 class="govuk-heading-m">What the council gives in return</h2>
<p class="govuk-body">By the learning agreement, which is part of every award:</p>
<ul class="govuk-list govuk-list--bullet">${model.agreement.map((text) => html`<li>${text}</li>`)}</ul>
${model.agreementHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.agreementHref}">Read the whole agreement</a></p>`}`,
})

/** Orders in a table, for an award or for a supplier's people. */
export const ordersTable = (orders: readonly OrderLine[], other: 'Supplier' | 'Council'): SafeHtml =>
  scrolling(
    'Orders',
    stackingTable({
      head: [
        { text: 'Order' },
        { text: other },
        { text: 'Needed by' },
        { text: 'Cost', format: 'numeric' },
        { text: 'State' },
      ],
      rows: orders.map(({ href, reference, title, work, other, due, cost, state }) => [
        {
          html: html`<a class="govuk-link" href="${href}">${title}</a><br><span class="govuk-hint govuk-!-font-size-16">${reference}. ${work}</span>`,
        },
        { text: other },
        { text: due },
        { text: cost, format: 'numeric' },
        { html: tag(state) },
      ]),
    }),
  )

const needsTable = (needs: PackageModel['needs']): SafeHtml =>
  scrolling(
    'What the council needs',
    stackingTable({
      head: [{ text: 'Help' }, { text: 'Need' }, { text: 'What for' }, { text: 'Needed by' }, { text: 'Said by' }],
      rows: needs.map(({ work, level, what, by, said }) => [
        { text: work },
        { text: level },
        { text: what },
        { text: by },
        { text: said },
      ]),
    }),
  )

const interestOf = (
  { supplierId, supplier, stand, lines, waivable }: InterestLine,
  { waiver, errors, csrf }: PackageModel,
): SafeHtml => html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${supplier} ${tag(stand)}</h3>
${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
${
  waivable &&
  waiver !== undefined &&
  details({
    summaryText: `Waive the interest of ${supplier}`,
    open: waiver.supplier === supplierId && errors.length > 0,
    html: form(
      { action: waiver.action, csrf },
      html`${hidden('supplier', supplierId)}${textarea({ id: waiver.supplier === supplierId ? 'reason' : `reason-${supplierId}`, name: 'reason', label: { text: 'Why does it bar nothing?', classes: 'govuk-label--s' }, hint: { text: 'It is shown to the council and kept in the audit log' }, rows: 3, value: waiver.supplier === supplierId ? waiver.reason : '', errorMessage: waiver.supplier === supplierId ? errorAt(errors, 'reason') : undefined })}
${button({ text: 'Waive the interest', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    ),
  })
}`
