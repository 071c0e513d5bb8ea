import {
  appraise,
  appraisedOption,
  byYear,
  type CashLine,
  type DiscountSchedule,
  discountSchedules,
  type OptionAppraisal,
  type Prices,
  type Reconciled,
  type RiskTotals,
  reconcile,
  riskTotals,
} from '../../appraisal/index.ts'
import { businessAsUsualOf, optionsOf, type ReviewOption } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import { type Payback, paybackAgainst } from './payback-against.ts'
import { type ReviewLine, type ReviewRisk, reviewLinesOf, reviewRisksOf, riskLine } from './read-lines.ts'
import { type Period, pricesOf, readPeriod } from './read-period.ts'

/** What an option comes to in both cases. Pounds; costs below nothing in ledgers. */
export type AppraisedReviewOption = {
  readonly option: ReviewOption
  readonly economic: OptionAppraisal
  /** All costs of the economic case as one amount a year, in pounds of the first year. */
  readonly equivalentAnnualCost: number
  /** What one of what is delivered costs; null where it was not said how many are. */
  readonly unitCost: number | null
  /** When what it saves against business as usual has paid for it. */
  readonly payback: Payback
  /** Nominal and undiscounted: what the council pays and gets over all years. */
  readonly financial: number
  readonly byYear: { readonly economic: readonly number[]; readonly financial: readonly number[] }
  readonly lines: readonly AppraisedLine[]
  readonly risks: { readonly list: readonly ReviewRisk[]; readonly totals: RiskTotals }
}

/** A line as it was given, and what it comes to in both ledgers. */
export type AppraisedLine = {
  readonly title: string
  readonly line: CashLine
  readonly range: ReviewLine['range']
  readonly reconciled: Reconciled
}

export type ReviewAppraisal = {
  readonly period: Period
  readonly prices: Prices
  readonly businessAsUsual: ReviewOption
  /** Of every option that has a line, in the order of the longlist. */
  readonly options: readonly AppraisedReviewOption[]
}

/**
 * The appraisal of a review, worked out of what was written and of nothing else. A risk counts at what is to be expected.
 *
 * @param schedule other rates than those of the review, to see what would come of them
 * @returns undefined while business as usual has no line: there is nothing to measure against
 */
export function appraisalOf(record: ReviewRecord, schedule?: DiscountSchedule): ReviewAppraisal | undefined {
  const period = readPeriod(record)
  const rates = schedule ?? discountSchedules[period.schedule]
  const prices = pricesOf(period, rates)
  const options = optionsOf(record)
  const businessAsUsual = businessAsUsualOf(options)
  const all = reviewLinesOf(record)
  const risks = reviewRisksOf(record)
  const priced = options.filter(({ id }) => all.some(({ option }) => option === id))
  if (businessAsUsual === undefined || !priced.includes(businessAsUsual)) return undefined
  const money = priced.map((option) => linesOf(option, all, risks, period))
  const appraised = appraise(
    rates,
    money.map(({ option, cash }) => appraisedOption(option.id, cash, prices)),
    businessAsUsual.id,
  )
  const usual = byYear(money.find(({ option }) => option === businessAsUsual)?.cash ?? [], prices).financial
  return {
    period,
    prices,
    businessAsUsual,
    options: money.flatMap((each, at) => {
      const economic = appraised[at]
      return economic === undefined ? [] : [appraisedOf(each, economic, { usual, prices, period })]
    }),
  }
}

type OptionMoney = {
  readonly option: ReviewOption
  readonly lines: readonly ReviewLine[]
  readonly risks: readonly ReviewRisk[]
  /** Lines and the one of risks. */
  readonly cash: readonly CashLine[]
}

function linesOf(
  option: ReviewOption,
  all: readonly ReviewLine[],
  risks: readonly ReviewRisk[],
  { years }: Period,
): OptionMoney {
  const lines = all.filter((line) => line.option === option.id)
  const own = risks.filter((risk) => risk.option === option.id)
  const expected = riskLine(own, years.length)
  const cash = [...lines.map(({ line }) => line), ...(expected === undefined ? [] : [expected])]
  return { option, lines, risks: own, cash }
}

function appraisedOf(
  { option, lines, risks, cash }: OptionMoney,
  economic: OptionAppraisal,
  { usual, prices, period }: { readonly usual: readonly number[]; readonly prices: Prices; readonly period: Period },
): AppraisedReviewOption {
  const ledgers = byYear(cash, prices)
  const costs = economic.pvPublicCosts + economic.pvOtherCosts
  const annuity = sum(prices.discount)
  const years = period.years.length
  const named = new Map(lines.map(({ line, title, range }) => [line.id, { title, range }]))
  const reconciled = reconcile(cash, prices)
  return {
    option,
    economic,
    equivalentAnnualCost: costs / annuity,
    unitCost: period.units === null ? null : costs / (period.units.aYear * years),
    payback: paybackAgainst(ledgers.financial, usual),
    financial: sum(ledgers.financial),
    byYear: ledgers,
    lines: cash.flatMap((line, at) => {
      const ledger = reconciled[at]
      const { title, range } = named.get(line.id) ?? { title: 'Risks, as they are to be expected', range: noRange }
      return ledger === undefined ? [] : [{ title, line, range, reconciled: ledger }]
    }),
    risks: { list: risks, totals: riskTotals(risks) },
  }
}

const noRange = { low: 0, high: 0 } as const

const sum = (pounds: readonly number[]): number => pounds.reduce((total, each) => total + each, 0)
