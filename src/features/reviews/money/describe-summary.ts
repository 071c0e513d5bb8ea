import { moneyWords, wholePounds } from '../../../core/forms/index.ts'
import type { AppraisedReviewOption, ReviewAppraisal } from '../../../core/reviews/index.ts'
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
    switching: options.map(switchingOf),
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
    payback: payback === null ? 'Never, or nothing to pay back' : `${payback.toFixed(1)} years`,
    risk: wholePounds(each.risks.totals.expected),
  }
}

/** At which change of costs or benefits an option is worth nothing, or as much as the best other one. */
function switchingOf({ option, economic: { switching } }: AppraisedReviewOption): SummaryModel['switching'][number] {
  return {
    title: option.title,
    costsForZero: changeWords(switching.costsForZero),
    benefitsForZero: changeWords(switching.benefitsForZero),
    costsForEqual: changeWords(switching.costsForEqual),
    benefitsForEqual: changeWords(switching.benefitsForEqual),
  }
}

/** A factor as a change. @example changeWords(1.31) // => '31% more' */
function changeWords(factor: number | null): string {
  if (factor === null) return 'No change does it'
  const percent = (factor - 1) * 100
  if (factor < 0) return 'No change does it'
  return `${Math.abs(percent).toFixed(1)}% ${percent < 0 ? 'less' : 'more'}`
}
