import { insetText } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { statisticsRow } from '../../../../ui/patterns/index.ts'
import { type BenefitOutturn, outturnTables } from '../../pages/outturn-tables.ts'
import { figuresFrom, tableOf } from '../../pages/table-of.ts'

export type BenefitTables = {
  readonly statistics: readonly { readonly value: string; readonly label: string }[]
  readonly yearHeadings: readonly string[]
  readonly years: readonly (readonly string[])[]
  readonly overlaps: readonly string[]
  readonly leftOut: readonly string[]
  readonly outturnHeadings: readonly string[]
  readonly outturns: readonly BenefitOutturn[]
}

/** Sums of money, what may be counted twice, and forecast against outturn. */
export const benefitTables = (model: BenefitTables): SafeHtml => html`${statisticsRow(model.statistics)}
<p class="govuk-hint">Of benefits that are money: each thing counted once, as far as it is due to the award, and the forecast less its adjustment for optimism.</p>
${model.overlaps.length > 0 && doubleCounting(model)}
${model.years.length > 0 && tableOf('Money by year', figuresFrom(1, model.yearHeadings), model.years)}
${model.outturns.length > 0 && outturnTables(model.outturnHeadings, model.outturns)}`

const doubleCounting = ({ overlaps, leftOut }: BenefitTables): SafeHtml =>
  insetText({
    html: html`<h2 class="govuk-heading-m" id="twice">These may be counted twice</h2>
<ul class="govuk-list govuk-list--bullet">${overlaps.map((text) => html`<li>${text}</li>`)}</ul>
${leftOut.map((text) => html`<p class="govuk-body">${text}</p>`)}`,
  })
