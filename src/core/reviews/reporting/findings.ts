import { wholePounds } from '../../forms/index.ts'
import { type AppraisedReviewOption, type ReviewAppraisal, yearWords } from '../money/index.ts'
import type { ReportPartId } from './report-parts.ts'
import { robustnessOf } from './robustness.ts'
import { type RobustnessWords, robustnessWords } from './robustness-words.ts'

/** A sentence with figures, what it lists if anything, and the part of the report whose figures they are. */
export type Finding = RobustnessWords & { readonly of: ReportPartId }

/**
 * What the recommendation rests on, each in a sentence: net present social value, affordability, risk, and what would change
 * the answer. None of it can be edited: it changes with the figures.
 */
export function findingsOf(appraisal: ReviewAppraisal, preferred: string): readonly Finding[] {
  const { options, businessAsUsual } = appraisal
  const own = options.find(({ option }) => option.id === preferred)
  const usual = options.find(({ option }) => option === businessAsUsual)
  if (own === undefined || usual === undefined) return []
  const robustness = robustnessOf(appraisal, preferred)
  return [
    { of: 'economic', text: worthOf(own, own === usual) },
    { of: 'financial', text: affordabilityOf(appraisal, own, usual) },
    { of: 'risk', text: riskOf(own) },
    ...(robustness === undefined ? [] : [{ of: 'economic', ...robustnessWords(robustness) } as const]),
  ]
}

function worthOf({ option, economic }: AppraisedReviewOption, isUsual: boolean): string {
  const { npsv } = economic.againstBusinessAsUsual
  const value = `Value: “${option.title}” has a net present social value of ${wholePounds(economic.npsv)}`
  return isUsual
    ? `${value}. It is business as usual.`
    : `${value}, ${wholePounds(Math.abs(npsv))} ${npsv < 0 ? 'less' : 'more'} than business as usual.`
}

function affordabilityOf(
  { period }: ReviewAppraisal,
  own: AppraisedReviewOption,
  usual: AppraisedReviewOption,
): string {
  const paid = `Affordability: over ${period.years.length === 1 ? 'its one year' : `all ${period.years.length} years`} the council ${own.financial <= 0 ? 'pays' : 'gets'} ${wholePounds(Math.abs(own.financial))} in the pounds of the day`
  if (own === usual) return `${paid}.`
  const saved = own.byYear.financial.map((pounds, year) => pounds - (usual.byYear.financial[year] ?? 0))
  const total = own.financial - usual.financial
  const worst = saved.reduce((at, pounds, year) => (pounds < (saved[at] ?? 0) ? year : at), 0)
  const year = period.years[worst] ?? 0
  const inWorst = saved[worst] ?? 0
  return `${paid}, ${wholePounds(Math.abs(total))} ${total < 0 ? 'more' : 'less'} than business as usual. ${
    inWorst < 0
      ? `The dearest year against business as usual is ${yearWords(year)}, with ${wholePounds(-inWorst)} more to be found.`
      : 'It is dearer than business as usual in no year.'
  }`
}

const riskOf = ({ risks: { list, totals } }: AppraisedReviewOption): string =>
  list.length === 0
    ? 'Risk: the register names no risk of it.'
    : `Risk: ${list.length === 1 ? 'its one risk is' : `its ${list.length} risks are`} expected to cost ${wholePounds(totals.expected)}, which is in these figures, and ${wholePounds(totals.exposure)} if all happened.`
