import { moneyWords } from '../../../../core/forms/index.ts'
import { table } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, scrolling } from '../../../../ui/patterns/index.ts'

export type ReportRowsModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly caption: string
  /** Which figure it is, in words. */
  readonly title: string
  readonly at: string
  readonly rows: readonly {
    readonly reference: string
    readonly href: string
    readonly region: string
    readonly kind: string
    readonly cameTo: string
    readonly awardedPounds: number | null
  }[]
}

/** The applications behind a figure of a report. */
export const reportRowsPage = ({ illustrative, breadcrumbs, caption, title, at, rows }: ReportRowsModel): Page => ({
  title,
  breadcrumbs,
  main: html`${illustrativeLabel(illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${caption}</span>${title}</h1>
<p class="govuk-body">As it is at ${at}: ${rows.length === 1 ? '1 application' : `${rows.length} applications`}.</p>
${
  rows.length > 0 &&
  scrolling(
    title,
    table({
      caption: title,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { text: 'Application' },
        { text: 'Region of its lead' },
        { text: 'Its lead is' },
        { text: 'Stage reached' },
        { text: 'Awarded', format: 'numeric' },
      ],
      rows: rows.map(({ reference, href, region, kind, cameTo, awardedPounds }) => [
        { html: html`<a class="govuk-link" href="${href}">${reference}</a>` },
        { text: region },
        { text: kind },
        { text: cameTo },
        { text: awardedPounds === null ? 'Nothing' : moneyWords(awardedPounds), format: 'numeric' },
      ]),
    }),
  )
}`,
})
