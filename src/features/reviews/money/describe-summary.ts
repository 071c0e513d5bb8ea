import { moneyWords, wholePounds } from '../../../core/forms/index.ts'
import {
  type AppraisedReviewOption,
  type AtOtherRates,
  emptyYearsFindings,
  paybackWords,
  type ReviewAppraisal,
  ratioWords,
  switchingWords,
} from '../../../core/reviews/index.ts'
import { otherScheduleWords, scheduleWords } from './money.messages.ts'
import { ledgerPath } from './money.paths.ts'
import type { SummaryModel, SummaryRow } from './pages/appraisal.ts'

/** The appraisal summary table of a review, and what the figures of its best option hang on. */
export function describeSummary(
  reference: string,
  appraisal: ReviewAppraisal,
  others: readonly AtOtherRates[],
): SummaryModel {
  const { options, period, businessAsUsual } = appraisal
  const rows = options.map((each) => rowOf(reference, each, each.option === businessAsUsual))
  return {
    finding: findingOf(appraisal),
    emptyYears: emptyYearsFindings(appraisal),
    from: period.years[0] ?? 0,
    years: period.years.length - 1,
    rates: scheduleWords[period.schedule],
    said: period.said,
    unit: period.units?.name,
    rows,
    otherRates: {
      finding: others.map((each) => otherFinding(appraisal, each)).join(' '),
      headings: others.map(({ schedule }) => otherScheduleWords[schedule]),
      rows: options.map(({ option, economic }, at) => ({
        title: option.title,
        own: wholePounds(economic.npsv),
        others: others.map(({ npsv }) => wholePounds(npsv[at] ?? 0)),
      })),
    },
    switching: options.map(({ option, economic }) => ({ title: option.title, ...switchingWords(economic) })),
  }
}

/** Whether another option would be worth the most under other rates. */
function otherFinding({ options }: ReviewAppraisal, { schedule, npsv }: AtOtherRates): string {
  const best = (worth: readonly number[]): string => options[worth.indexOf(Math.max(...worth))]?.option.title ?? ''
  const [now, then] = [best(options.map(({ economic }) => economic.npsv)), best(npsv)]
  const rates = otherScheduleWords[schedule]
  return now === then
    ? `At ${rates}, “${now}” still has the highest net present social value.`
    : `At ${rates}, “${then}” would have the highest net present social value in place of “${now}”.`
}

/** Which option is worth the most, and by how much: what the table is for, in a sentence. */
function findingOf({ options, businessAsUsual }: ReviewAppraisal): string {
  const [best] = [...options].sort((one, other) => other.economic.npsv - one.economic.npsv)
  if (best === undefined) return ''
  const more = best.economic.againstBusinessAsUsual.npsv
  const highest = `“${best.option.title}” has the highest net present social value`
  return best.option === businessAsUsual
    ? `${highest}: no option is worth more than business as usual.`
    : `${highest}: ${wholePounds(more)} more than business as usual.`
}

const rowOf = (reference: string, each: AppraisedReviewOption, usual: boolean): SummaryRow => {
  const { option, economic, financial, equivalentAnnualCost, unitCost, payback } = each
  return {
    href: ledgerPath(reference, option.id),
    title: option.title,
    usual,
    costs: wholePounds(economic.pvPublicCosts + economic.pvOtherCosts),
    benefits: wholePounds(economic.pvBenefits),
    npsv: wholePounds(economic.npsv),
    against: usual ? '' : wholePounds(economic.againstBusinessAsUsual.npsv),
    bcr: ratioWords({ ...economic, ratio: economic.bcr }),
    rpsc: ratioWords({ ...economic, ratio: economic.rpsc }),
    annual: wholePounds(equivalentAnnualCost),
    unit: unitCost === null ? undefined : moneyWords(Math.round(unitCost * 100) / 100),
    financial: wholePounds(financial),
    payback: paybackWords({ payback, isUsual: usual }),
    risk: wholePounds(each.risks.totals.expected),
  }
}
