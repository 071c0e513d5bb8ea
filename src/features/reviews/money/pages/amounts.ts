import { table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

export type AmountsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly rows: readonly {
    readonly href: string
    readonly title: string
    /** The way of delivery. */
    readonly model: string
    readonly lines: number
  }[]
}

/** The options, each with the way to its amounts. */
export const amountsPage = ({ illustrative, breadcrumbs, rows }: AmountsModel): Page => ({
  title: 'Amounts of each option',
  breadcrumbs: [...breadcrumbs, { text: 'Amounts of each option' }],
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l">Amounts of each option</h1>
<p class="govuk-body">Begin with business as usual: all other options are measured against it, and can begin with a copy of its lines.</p>
${scrolling(
  'Amounts of each option',
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Option' }, { text: 'Way of delivery' }, { text: 'Lines', format: 'numeric' }],
    rows: rows.map(({ href, title, model, lines }) => [
      { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
      { text: model },
      { text: String(lines), format: 'numeric' },
    ]),
  }),
)}`,
})
