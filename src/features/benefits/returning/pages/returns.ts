import { tag } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel } from '../../../../ui/patterns/index.ts'
import { stackingTableOf } from '../../pages/table-of.ts'
import type { ReturnRow } from './parts.ts'

export type ReturnsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly caption: string
  readonly returns: readonly ReturnRow[]
}

/** The returns of an award. */
export const returnsPage = (model: ReturnsModel): Page => ({
  title: 'Returns',
  breadcrumbs: [...model.breadcrumbs, { text: 'Returns' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.caption}</span>Returns</h1>
<p class="govuk-body">A return keeps the register as it is on its day, with what you say of it. Finance confirms it, you send it, and the programme team accepts it or asks a question back.</p>
${stackingTableOf(
  'Returns',
  ['Return', 'Due', 'How far it is'],
  model.returns.map(({ href, title, due, state }) => [
    html`<a class="govuk-link" href="${href}">${title}</a>`,
    due,
    tag(state),
  ]),
)}`,
})
