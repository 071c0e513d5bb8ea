import { button, table } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, statisticsRow } from '../../../../ui/patterns/index.ts'

export type SupportModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly fund: string
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  readonly counts: string
  readonly awards: readonly {
    readonly href: string
    readonly council: string
    readonly reference: string
    readonly awarded: string
    readonly ordered: string
    readonly left: string
  }[]
  readonly suppliersHref: string
}

/** The support that a fund buys for those it awards. */
export const supportPage = (model: SupportModel): Page => ({
  title: 'Support',
  breadcrumbs: [...model.breadcrumbs, { text: 'Support' }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.fund}</span>Support</h1>
${statisticsRow(model.statistics)}
<p class="govuk-body">${model.counts}</p>
${button({ text: 'Lots and suppliers', href: model.suppliersHref, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">Awards</h2>
${model.awards.length === 0 ? html`<p class="govuk-body">No council has accepted an award yet. Support is ordered once one has.</p>` : awardsTable(model.awards)}`,
})

const awardsTable = (awards: SupportModel['awards']): SafeHtml =>
  scrolling(
    'Awards',
    table({
      head: [
        { text: 'Council' },
        { text: 'Awarded', format: 'numeric' },
        { text: 'Ordered', format: 'numeric' },
        { text: 'Left', format: 'numeric' },
      ],
      rows: awards.map(({ href, council, reference, awarded, ordered, left }) => [
        {
          html: html`<a class="govuk-link" href="${href}">${council}</a><br><span class="govuk-hint govuk-!-font-size-16">${reference}</span>`,
        },
        { text: awarded, format: 'numeric' },
        { text: ordered, format: 'numeric' },
        { text: left, format: 'numeric' },
      ]),
    }),
  )
