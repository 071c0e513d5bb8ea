import type { BenefitKind } from './benefit-kinds.ts'
import type { FinancialYear } from './financial-year.ts'
import { type Actual, valueByYear } from './read-actuals.ts'
import type { Benefit, ForecastYear } from './read-benefits.ts'

/** A benefit in a year: what was expected of it, and what finance has confirmed that it was. */
export type Outturn = {
  readonly benefit: string
  readonly kind: BenefitKind
  readonly isMoney: boolean
  readonly year: FinancialYear
  readonly low: number
  readonly central: number
  readonly high: number
  /** Undefined until finance has confirmed one. */
  readonly actual: number | undefined
  /** Written and not confirmed; undefined where nothing is. */
  readonly unconfirmed: number | undefined
  /** Actual less central forecast. */
  readonly difference: number | undefined
  /** Undefined until something is confirmed, and where one figure alone was forecast: it has no range to fall in. */
  readonly withinRange: boolean | undefined
}

export type ConfirmedActual = Actual & { readonly confirmed: boolean }

/**
 * Forecast against outturn of each benefit in each year that was forecast, in the order of the register and of years. Money
 * that came in a year that was not forecast stands against a forecast of nothing.
 */
export const outturnsOf = (benefits: readonly Benefit[], actuals: readonly ConfirmedActual[]): readonly Outturn[] =>
  benefits.flatMap((benefit) => {
    const confirmed = valueByYear(
      benefit,
      actuals.filter((actual) => actual.confirmed),
    )
    const unconfirmed = valueByYear(
      benefit,
      actuals.filter((actual) => !actual.confirmed),
    )
    return [...benefit.forecast, ...notForecast(benefit, [...confirmed.keys(), ...unconfirmed.keys()])]
      .toSorted((one, other) => one.year - other.year)
      .map((forecast) => outturnOf(benefit, forecast, confirmed.get(forecast.year), unconfirmed.get(forecast.year)))
  })

function notForecast({ isMoney, forecast }: Benefit, years: readonly FinancialYear[]): readonly ForecastYear[] {
  const other = [...new Set(years)].filter((year) => forecast.every((each) => each.year !== year))
  return isMoney ? other.map((year) => ({ year, low: 0, central: 0, high: 0 })) : []
}

const outturnOf = (
  { id, kind, isMoney }: Benefit,
  { year, low, central, high }: ForecastYear,
  actual: number | undefined,
  unconfirmed: number | undefined,
): Outturn => ({
  benefit: id,
  kind,
  isMoney,
  year,
  low,
  central,
  high,
  actual,
  unconfirmed,
  difference: actual === undefined ? undefined : actual - central,
  withinRange:
    actual === undefined || low === high ? undefined : actual >= Math.min(low, high) && actual <= Math.max(low, high),
})

/** Of the outturns that are known and of which a range was forecast, the share that fell in the range that was forecast, from 0 to 1; undefined for none. */
export function shareWithinRange(outturns: readonly Pick<Outturn, 'withinRange'>[]): number | undefined {
  const known = outturns.filter(({ withinRange }) => withinRange !== undefined)
  return known.length === 0 ? undefined : known.filter(({ withinRange }) => withinRange).length / known.length
}

/** How outturns of one kind of benefit compare with their forecasts: 1 is as forecast, 0.8 a fifth less. */
export type OptimismEvidence = {
  readonly kind: BenefitKind
  readonly n: number
  readonly mean: number
  readonly median: number
}

/** With fewer outturns than this, their mean says little of the next one. */
export const fewOutturns = 10

/** Outturn over central forecast by kind, of benefits of money whose outturn is known and whose forecast was above nothing. */
export function optimismEvidence(
  outturns: readonly Pick<Outturn, 'kind' | 'isMoney' | 'central' | 'actual'>[],
): readonly OptimismEvidence[] {
  const ratios = new Map<BenefitKind, number[]>()
  for (const { kind, isMoney, central, actual } of outturns) {
    if (!isMoney || actual === undefined || central <= 0) continue
    ratios.set(kind, [...(ratios.get(kind) ?? []), actual / central])
  }
  return [...ratios].map(([kind, of]) => ({ kind, n: of.length, mean: meanOf(of), median: medianOf(of) }))
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
