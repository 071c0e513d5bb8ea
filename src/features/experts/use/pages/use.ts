import type { Use } from '../../../../core/experts/index.ts'
import { moneyWords } from '../../../../core/forms/index.ts'
import type { Fund } from '../../../../core/rounds/fund.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling, stackingTable, statisticsRow } from '../../../../ui/patterns/index.ts'
import type { Crumb } from '../../../funds/index.ts'

export type UseModel = {
  readonly fund: Fund
  readonly breadcrumbs: readonly Crumb[]
  readonly all: Use
  readonly experts: readonly (Use & { readonly name: string })[]
  readonly csvHref: string
}

/** Hours and fees of the panel, in all and by expert. */
export const usePage = ({ fund, breadcrumbs, all, experts, csvHref }: UseModel): Page => ({
  title: 'Hours and fees',
  breadcrumbs: [...breadcrumbs, { text: 'Hours and fees' }],
  main: html`${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">Expert panel of ${fund.name}</span>Hours and fees</h1>
<p class="govuk-body">Of advice that councils have accepted, at the fee of the terms under which it was given, without VAT.</p>
${statisticsRow([
  { value: all.requests, label: 'Questions answered' },
  { value: all.hours, label: 'Hours' },
  { value: moneyWords(all.pounds), label: 'Fees' },
])}
${
  experts.length > 0 &&
  scrolling(
    'Hours and fees by expert',
    stackingTable({
      caption: 'By expert',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Expert' },
        { text: 'Questions', format: 'numeric' },
        { text: 'Hours', format: 'numeric' },
        { text: 'Fees', format: 'numeric' },
      ],
      firstCellIsHeader: true,
      rows: experts.map(({ name, requests, hours, pounds }) => [
        { text: name },
        { text: String(requests), format: 'numeric' },
        { text: String(hours), format: 'numeric' },
        { text: moneyWords(pounds), format: 'numeric' },
      ]),
    }),
  )
}
<p class="govuk-body"><a class="govuk-link" href="${csvHref}">Each question as a spreadsheet (CSV)</a></p>`,
})
