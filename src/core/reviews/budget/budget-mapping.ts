import type { BudgetTable } from './budget-table.ts'

/** What a column of a budget is: the titles of lines, the amounts of a year (by its place in the review), or of no use. */
export type ColumnUse = 'title' | 'none' | number

/** How a budget is read. */
export type BudgetMapping = {
  /** Index of the row with the headings; lines are below it. */
  readonly headings: number
  readonly columns: readonly ColumnUse[]
  /** In which pounds the amounts are. */
  readonly basis: 'real' | 'nominal'
  /** Whether amounts are in thousands of pounds. */
  readonly thousands: boolean
  /** What becomes of the years of a line that is there for which the budget has no column. */
  readonly otherYears: 'kept' | 'blanked'
}

const thousandsHeading = /£\s*(?:k\b|000|'000|’000)|thousand/i

/**
 * A first guess of how a budget is read, for a person to look at: headings are the row that names the most years of the
 * review, titles the first column of words below it.
 *
 * @param years the calendar years of the review, in which its financial years begin
 */
export function guessMapping(table: BudgetTable, years: readonly number[]): BudgetMapping {
  const named = table.map((row) => row.map((cell) => years.indexOf(yearIn(cell) ?? Number.NaN)))
  const counts = named.map((row) => row.filter((year) => year >= 0).length)
  const headings = Math.max(0, counts.indexOf(Math.max(...counts)))
  const below = table.slice(headings + 1)
  const width = table[0]?.length ?? 0
  const yearOf = once(named[headings] ?? [])
  const words = Array.from({ length: width }, (_, column) => below.filter((row) => isWords(row[column] ?? '')).length)
  const title = words.findIndex((count, column) => yearOf[column] === undefined && count * 2 > below.length)
  return {
    headings,
    columns: Array.from({ length: width }, (_, column) => (column === title ? 'title' : (yearOf[column] ?? 'none'))),
    basis: 'nominal',
    thousands: table.slice(0, headings + 1).some((row) => row.some((cell) => thousandsHeading.test(cell))),
    otherYears: 'kept',
  }
}

/** The year in which a financial year begins. @example yearIn('2026/27') // => 2026 */
function yearIn(cell: string): number | undefined {
  const found = /(?<!\d)(20\d\d)(?!\d)/.exec(cell)
  return found === null ? undefined : Number(found[1])
}

/** Each year at the first column that names it. */
const once = (named: readonly number[]): readonly (number | undefined)[] =>
  named.map((year, column) => (year >= 0 && named.indexOf(year) === column ? year : undefined))

const isWords = (cell: string): boolean => /\p{L}/u.test(cell)
