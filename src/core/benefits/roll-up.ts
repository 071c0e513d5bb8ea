import { countedOnce } from './double-counting.ts'
import type { FinancialYear } from './financial-year.ts'
import { type ConfirmedActual, outturnsOf } from './outturn.ts'
import type { Benefit } from './read-benefits.ts'

/** Pounds of the benefits of money of an award, each thing counted once and only as far as it is due to the award. */
export type MoneyRollUp = {
  readonly years: readonly {
    readonly year: FinancialYear
    /** The central forecast, less its adjustment for optimism. */
    readonly forecast: number
    readonly confirmed: number
    readonly unconfirmed: number
  }[]
  readonly forecast: number
  readonly confirmed: number
  readonly unconfirmed: number
  /** What would have been counted a second time, with what it is counted as. */
  readonly leftOut: readonly { readonly benefit: Benefit; readonly for: string }[]
}

/**
 * Adds up the benefits of money of one award.
 *
 * @param elsewhere ids of those that are counted as a benefit of another award
 */
export function rollUpOf(
  benefits: readonly Benefit[],
  actuals: readonly ConfirmedActual[],
  elsewhere: ReadonlySet<string> = new Set(),
): MoneyRollUp {
  const { counted, leftOut } = countedOnce(benefits)
  const years = new Map<FinancialYear, { forecast: number; confirmed: number; unconfirmed: number }>()
  for (const benefit of counted.filter(({ id }) => !elsewhere.has(id))) {
    for (const { year, central, actual = 0, unconfirmed = 0 } of outturnsOf([benefit], actuals)) {
      const sum = years.get(year) ?? { forecast: 0, confirmed: 0, unconfirmed: 0 }
      years.set(year, {
        forecast: sum.forecast + central * benefit.attribution * (1 - benefit.optimism),
        confirmed: sum.confirmed + actual * benefit.attribution,
        unconfirmed: sum.unconfirmed + unconfirmed * benefit.attribution,
      })
    }
  }
  const rows = [...years].map(([year, sums]) => ({ year, ...sums })).toSorted((one, other) => one.year - other.year)
  const total = (of: 'forecast' | 'confirmed' | 'unconfirmed') => rows.reduce((sum, row) => sum + row[of], 0)
  return {
    years: rows,
    forecast: total('forecast'),
    confirmed: total('confirmed'),
    unconfirmed: total('unconfirmed'),
    leftOut,
  }
}
