import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, statisticsRow, verifyThis } from '../../../../ui/patterns/index.ts'
import { type BenefitOutturn, outturnTables } from '../../pages/outturn-tables.ts'

export type PublishedAwardModel = {
  readonly illustrative: boolean
  readonly breadcrumbs: readonly { readonly text: string; readonly href?: string }[]
  readonly council: string
  readonly title: string
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  /** What was left out of the sums, in a sentence each. */
  readonly leftOut: readonly string[]
  readonly headings: readonly string[]
  readonly outturns: readonly BenefitOutturn[]
  readonly published: string
  readonly sha256: string
}

/** The published benefits of one award: the rows of which the figures of the fund are made. */
export const publishedAwardPage = (model: PublishedAwardModel): Page => ({
  title: `${model.council}: what came of it`,
  wide: true,
  breadcrumbs: [...model.breadcrumbs, { text: model.council }],
  main: html`${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.title}</span>${model.council}</h1>
${statisticsRow(model.statistics)}
<p class="govuk-body">These sums count each thing once, as far as it is due to the award, and the forecast less its adjustment for optimism.</p>
${model.leftOut.map((text) => html`<p class="govuk-body">${text}</p>`)}
${outturnTables(model.headings, model.outturns)}
${model.outturns.length === 0 && html`<p class="govuk-body">This return has no benefit with a forecast for a year.</p>`}
<p class="govuk-body">${model.published}</p>
${verifyThis('the whole return', model.sha256)}`,
})
