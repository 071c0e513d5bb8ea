import { discountSchedules } from '../../../core/appraisal/index.ts'
import { type ReviewAppraisal, yearWords } from '../../../core/reviews/index.ts'
import { columnName, fixedColumns } from '../../../platform/spreadsheet/cell-names.ts'
import type { Sheet, SheetCell } from '../../../platform/spreadsheet/write-spreadsheet.ts'
import { sheetNames } from './figures-rows.ts'

/** Rows of the sheet of rates. */
export const rateRows = { number: 2, rate: 3, discount: 4, rise: 5, level: 6 } as const
type RateRow = keyof typeof rateRows

/** The column of a year. */
const columnOf = (year: number): number => year + 1

/** A rate of a year as a formula has it. @example rateCell('discount', 0) // => 'Rates!B$4' */
export const rateCell = (row: RateRow, year: number): string =>
  `${sheetNames.rates}!${columnName(columnOf(year))}$${rateRows[row]}`

/** A rate of all years. @example ratesOfYears('discount', 3) // => 'Rates!$B$4:$D$4' */
export const ratesOfYears = (row: RateRow, years: number): string =>
  fixedColumns(sheetNames.rates, rateRows[row], columnOf(0), columnOf(years - 1))

/** What a pound of each year is worth: the first year is worth one, and each other what its rate makes of the year before. */
export function writeRates({ period, prices: { discount, inflation } }: ReviewAppraisal): Sheet {
  const years = period.years.map((_, year) => year)
  const before = (row: RateRow, year: number): string => `${columnName(columnOf(year - 1))}${rateRows[row]}`
  const here = (row: RateRow, year: number): string => `${columnName(columnOf(year))}${rateRows[row]}`
  const chained = (values: readonly number[], formula: (year: number) => string): readonly SheetCell[] =>
    years.map((year) => (year === 0 ? 1 : { formula: formula(year), result: values[year] ?? 0 }))
  return {
    name: sheetNames.rates,
    headings: ['Rate', ...period.years.map(yearWords)],
    rows: [
      ['Years after the first', ...years],
      ['Discount rate', ...years.map((year) => (year === 0 ? 0 : rateIn(period.schedule, year)))],
      ['Discount factor', ...chained(discount, (year) => `${before('discount', year)}/(1+${here('rate', year)})`)],
      [
        'Rise of prices',
        ...years.map((year) => (year === 0 ? 0 : (inflation[year] ?? 0) / (inflation[year - 1] ?? 1) - 1)),
      ],
      ['Level of prices', ...chained(inflation, (year) => `${before('level', year)}*(1+${here('rise', year)})`)],
    ],
  }
}

const rateIn = (schedule: keyof typeof discountSchedules, year: number): number =>
  [...discountSchedules[schedule]].reverse().find(({ from }) => from <= year)?.rate ?? 0
