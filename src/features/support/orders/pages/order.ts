import { summaryList, tag } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'

export type OrderModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly reference: string
  readonly title: string
  readonly state: { readonly text: string; readonly classes: string }
  readonly withdrawn: string
  readonly what: string
  readonly rows: readonly { readonly key: string; readonly value: string }[]
  readonly parts: readonly SafeHtml[]
  readonly errors: readonly FieldText[]
}

/** An order: what was bought, for whom, from whom, and what came of it. It prints as the order itself. */
export const orderPage = (model: OrderModel): Page => ({
  title: model.title,
  hasErrors: model.errors.length > 0,
  breadcrumbs: [...model.breadcrumbs, { text: model.reference }],
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Order ${model.reference}</span>${model.title}</h1>
<p class="govuk-body">${tag(model.state)}</p>
${model.withdrawn !== '' && html`<p class="govuk-body">${model.withdrawn}</p>`}
<p class="govuk-body app-typed">${model.what}</p>
${summaryList({ rows: model.rows.map(({ key, value }) => ({ key: { text: key }, value: { text: value } })) })}
${model.parts}`,
})
