import { moneyWords, wholePounds } from '../../../core/forms/index.ts'
import {
  type AppraisedReviewOption,
  paybackWords,
  type ReviewAppraisal,
  switchingWords,
} from '../../../core/reviews/index.ts'
import { scheduleWords } from './money.messages.ts'
import { ledgerPath } from './money.paths.ts'
import type { SummaryModel, SummaryRow } from './pages/appraisal.ts'

/** The appraisal summary table of a review, and what the figures of its best option hang on. */
export function describeSummary(reference: string, appraisal: ReviewAppraisal): SummaryModel {
  const { options, period, businessAsUsual } = appraisal
  const rows = options.map((each) => rowOf(reference, each, each.option === businessAsUsual))
  return {
    from: period.years[0] ?? 0,
    years: period.years.length - 1,
    rates: scheduleWords[period.schedule],
    said: period.said,
    unit: period.units?.name,
    rows,
    switching: options.map(({ option, economic }) => ({ title: option.title, ...switchingWords(economic) })),
  }
}

const ratio = (value: number | null): string => (value === null ? 'None' : value.toFixed(2))

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
    bcr: ratio(economic.bcr),
    rpsc: ratio(economic.rpsc),
    annual: wholePounds(equivalentAnnualCost),
    unit: unitCost === null ? undefined : moneyWords(Math.round(unitCost * 100) / 100),
    financial: wholePounds(financial),
    payback: paybackWords(payback),
    risk: wholePounds(each.risks.totals.expected),
  }
}
