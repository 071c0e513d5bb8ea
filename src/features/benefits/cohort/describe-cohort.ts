import {
  benefitKindName,
  type Cohort,
  type CohortOutturn,
  fewOutturns,
  financialYearWords,
  type OptimismEvidence,
} from '../../../core/benefits/index.ts'
import { numberWords, wholePounds } from '../../../core/forms/index.ts'
import { fromTo, percentWords, valueOrNone, valueWords } from '../benefits.messages.ts'
import { outturnsByBenefit } from '../outturns-by-benefit.ts'
import type { BenefitOutturn } from '../pages/outturn-tables.ts'

export const optimismHeadings = ['Kind of benefit', 'Outturns', 'Mean of outturn over forecast', 'Median'] as const

export const cohortYearHeadings = ['Year', 'Forecast', 'Confirmed'] as const

/** How far forecasts were out, kind by kind. */
export const optimismRows = (optimism: readonly OptimismEvidence[]): readonly (readonly string[])[] =>
  optimism.map(({ kind, n, mean, median }) => [
    benefitKindName(kind),
    n < fewOutturns ? `${n}: too few to say much of the next one` : numberWords(n),
    percentWords(mean),
    percentWords(median),
  ])

/** Which share of outturns fell in the range that was forecast, in a sentence. */
export const rangeSentence = ({ withinRange, outturns }: Pick<Cohort<unknown>, 'withinRange' | 'outturns'>): string => {
  if (outturns.every(({ actual }) => actual === undefined)) return 'No outturn is confirmed yet.'
  if (withinRange === undefined) return 'No range was forecast for any outturn that is confirmed.'
  const ranged = outturns.filter((outturn) => outturn.withinRange !== undefined).length
  return `Of ${numberWords(ranged)} confirmed ${ranged === 1 ? 'outturn' : 'outturns'} with a range in the forecast, ${percentWords(withinRange)} fell in it.`
}

export const yearRows = (years: Cohort<unknown>['years']): readonly (readonly string[])[] =>
  years.map(({ year, forecast, confirmed }) => [
    financialYearWords(year),
    wholePounds(forecast),
    wholePounds(confirmed),
  ])

export const publishedOutturnHeadings = ['Year', 'Forecast', 'Range', 'Confirmed', 'Difference'] as const

/** Forecast against confirmed outturn. */
export const publishedOutturns = (outturns: readonly CohortOutturn<unknown>[]): readonly BenefitOutturn[] =>
  outturnsByBenefit(outturns, (outturn) => [
    financialYearWords(outturn.year),
    valueWords(outturn, outturn.central),
    outturn.low === outturn.high ? 'None' : fromTo(outturn, outturn.low, outturn.high),
    valueOrNone(outturn, outturn.actual),
    valueOrNone(outturn, outturn.difference),
  ])
