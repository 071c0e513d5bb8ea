import { addDays, addMonths, type IsoDay } from '../time/day.ts'
import { countedOnce, overlapsOf } from './double-counting.ts'
import { type FinancialYear, financialYearOf } from './financial-year.ts'

/** What was published of 3BM: pounds, and days. @see docs/sources.md#3bm */
export const publishedOf3bm = {
  expectedSaving: 1_000_000,
  years: 4,
  startsOn: '2013-04-02',
  first: { year: 2013, pounds: 977_891 },
  last: { year: 2017, pounds: 765_641 },
} as const satisfies {
  readonly startsOn: IsoDay
  readonly first: { readonly year: FinancialYear; readonly pounds: number }
  readonly last: { readonly year: FinancialYear; readonly pounds: number }
  readonly [name: string]: unknown
}

/** What follows from it. Only `straightLine` assumes something: that the price falls by the same each year. */
export type WorkedExample = {
  readonly fall: number
  /** Of the first price, from 0 to 1. */
  readonly fallShare: number
  /** Years by name from the first to the last price. */
  readonly labels: number
  readonly endsOn: IsoDay
  /** In which the contract ends. */
  readonly endsIn: FinancialYear
  readonly savingEachYear: number
  readonly straightLine: readonly { readonly year: FinancialYear; readonly price: number; readonly saved: number }[]
  readonly savedOnPrice: number
  /** What both statements come to when they are added up, and when they are counted as one. */
  readonly addedUp: number
  readonly countedOnce: number
}

/** The published saving of 3BM, worked out as the service works out benefits. */
export function workedExample({ expectedSaving, years, startsOn, first, last } = publishedOf3bm): WorkedExample {
  const fall = first.pounds - last.pounds
  const labels = last.year - first.year + 1
  const endsOn = addDays(addMonths(startsOn, years * 12), -1)
  const straightLine = Array.from({ length: labels }, (_, at) => {
    const saved = (fall * at) / (labels - 1)
    return { year: first.year + at, price: first.pounds - saved, saved }
  })
  const statements = [
    stated(
      'expected',
      straightLine.slice(0, years).map(({ year }) => ({ year, pounds: expectedSaving / years })),
      [],
    ),
    stated(
      'price',
      straightLine.map(({ year, saved }) => ({ year, pounds: saved })),
      ['expected'],
    ),
  ]
  const sum = (of: readonly (typeof statements)[number][]) =>
    of.flatMap(({ forecast }) => forecast).reduce((total, { central }) => total + central, 0)
  return {
    fall,
    fallShare: fall / first.pounds,
    labels,
    endsOn,
    endsIn: financialYearOf(endsOn),
    savingEachYear: expectedSaving / years,
    straightLine,
    savedOnPrice: sum(statements.slice(1)),
    addedUp: sum(statements),
    countedOnce: overlapsOf(statements).length === 0 ? sum(statements) : sum(countedOnce(statements).counted),
  }
}

const stated = (
  id: string,
  amounts: readonly { readonly year: FinancialYear; readonly pounds: number }[],
  overlaps: readonly string[],
) => ({
  id,
  kind: 'cashable' as const,
  isMoney: true,
  line: '',
  measure: '',
  overlaps,
  forecast: amounts.map(({ year, pounds }) => ({ year, low: pounds, central: pounds, high: pounds })),
})
