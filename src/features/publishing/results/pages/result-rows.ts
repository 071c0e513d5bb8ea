import { moneyWords } from '../../../../core/forms/index.ts'
import type { RoundInFund } from '../../../../core/rounds/round.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, type PagerOptions, pager, scrolling, stackingTable } from '../../../../ui/patterns/index.ts'

export type ResultRowsModel = {
  readonly round: Pick<RoundInFund, 'illustrative' | 'name' | 'fund'>
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  /** Which figure it is, in words. */
  readonly title: string
  /** How many there are on all pages of the list. */
  readonly total: number
  readonly pages: PagerOptions
  readonly rows: readonly {
    readonly name: string
    readonly cameTo: string
    readonly outcome: string
    /** Of 100; null of one that was not before the panel. */
    readonly score: number | null
    readonly pounds: number | null
    /** The pseudonyms of those who read it, in words. */
    readonly readers: string
  }[]
}

/** The applications behind a figure of the published results, those that were not awarded under pseudonyms. */
export const resultRowsPage = ({ round, breadcrumbs, title, total, pages, rows }: ResultRowsModel): Page => ({
  title,
  wide: true,
  breadcrumbs,
  main: html`${illustrativeLabel(round.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${round.fund.name}: ${round.name}</span>${title}</h1>
<p class="govuk-body">${total === 1 ? '1 application' : `${total} applications`}, as the results were published. Applications that were not awarded, and all assessors, have the same pseudonyms here as in the decision record. Who read the applications that were awarded is not published, because those are named.</p>
${
  total > 0 &&
  html`${scrolling(
    title,
    stackingTable({
      caption: title,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { text: 'Application' },
        { text: 'Stage reached' },
        { text: 'Outcome' },
        { text: 'Final score', format: 'numeric' },
        { text: 'Award', format: 'numeric' },
        { text: 'Read by' },
      ],
      rows: rows.map(({ name, cameTo, outcome, score, pounds, readers }) => [
        { text: name },
        { text: cameTo },
        { text: outcome },
        { text: score === null ? 'None' : score.toFixed(1), format: 'numeric' },
        { text: pounds === null ? 'None' : moneyWords(pounds), format: 'numeric' },
        { text: readers },
      ]),
    }),
  )}${pager(pages)}`
}`,
})
