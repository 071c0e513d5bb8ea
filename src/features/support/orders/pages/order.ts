import { summaryList, tag } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

import { type ChangesModel, changesSection } from '../../changing/pages/changes.ts'
import { type DeliverablesModel, deliverablesSection } from '../../delivering/pages/deliverables.ts'
import { type InvoicesModel, invoicesSection } from '../../invoicing/pages/invoices.ts'
import type { WrongForm } from './wrong-form.ts'

export type OrderModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly reference: string
  readonly title: string
  readonly state: { readonly text: string; readonly classes: string }
  /** When it was withdrawn or closed short, and why. */
  readonly ended: string
  readonly what: string
  readonly rows: readonly { readonly key: string; readonly value: string }[]
  readonly deliverables: DeliverablesModel
  readonly invoices: InvoicesModel
  readonly changes: ChangesModel
  readonly wrong: WrongForm | undefined
  readonly csrf: string
}

/** An order: what was bought, for whom, from whom, and what came of it. It prints as the order itself. */
export const orderPage = (model: OrderModel): Page => ({
  title: model.title,
  hasErrors: model.wrong !== undefined,
  breadcrumbs: [...model.breadcrumbs, { text: model.reference }],
  main: html`${problemSummary(model.wrong?.errors ?? [])}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>${model.title}</h1>
<p class="govuk-body">${tag(model.state)}</p>
${model.ended !== '' && html`<p class="govuk-body">${model.ended}</p>`}
<p class="govuk-body app-typed">${model.what}</p>
${summaryList({ rows: model.rows.map(({ key, value }) => ({ key: { text: key }, value: { text: value } })) })}
${deliverablesSection(model.deliverables, model.wrong, model.csrf)}
${invoicesSection(model.invoices, model.wrong, model.csrf)}
${changesSection(model.changes, model.wrong, model.csrf)}`,
})
