import { moneyWords, wholePounds } from '../../../core/forms/index.ts'
import {
  distributionOf,
  type ImpliedPrices,
  impliedPrices,
  type ReviewAppraisal,
  type ReviewRecord,
} from '../../../core/reviews/index.ts'
import type { BenefitsModel } from './pages/benefits.ts'

type Shown = Pick<BenefitsModel, 'implied' | 'distribution'>

/** What benefits without a price would have to be worth, and what benefits count for those who get them. */
export const describeBenefits = (record: ReviewRecord, appraisal: ReviewAppraisal): Shown => ({
  implied: impliedOf(impliedPrices(appraisal), appraisal),
  distribution: weightedOf(record, appraisal),
})

const impliedOf = (implied: ImpliedPrices | undefined, { period }: ReviewAppraisal): Shown['implied'] =>
  implied && {
    best: implied.best.title,
    unit: period.units?.name,
    rows: implied.others.map(({ option, presentValue, aYear, ofOne }) => ({
      title: option.title,
      presentValue: wholePounds(presentValue),
      aYear: wholePounds(aYear),
      ofOne: ofOne === null ? '' : moneyWords(Math.round(ofOne * 100) / 100 || 0),
    })),
  }

function weightedOf(record: ReviewRecord, appraisal: ReviewAppraisal): Shown['distribution'] {
  const found = distributionOf(record, appraisal)
  return (
    found && {
      median: wholePounds(found.median),
      groups: found.groups.map(({ title, income, weight }) => ({
        title,
        income: wholePounds(income),
        weight: weight.toFixed(2),
      })),
      rows: found.options.map(({ option, npsv, weighted, others }) => ({
        title: option.title,
        npsv: wholePounds(npsv),
        weighted: wholePounds(weighted),
        others: `${Math.round(Math.max(0, others) * 1000) / 10}%`,
      })),
      overshared: found.overshared.map(({ title }) => title),
    }
  )
}
