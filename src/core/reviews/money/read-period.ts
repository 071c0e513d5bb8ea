import {
  type DeflatorName,
  type DiscountSchedule,
  discountFactors,
  discountSchedules,
  gdpDeflators,
  inflationFactors,
  type Prices,
  type ScheduleName,
} from '../../appraisal/index.ts'
import { answerOf, type MoneyRow } from '../../forms/index.ts'
import { contentOf } from '../../sheets/index.ts'
import type { ReviewRecord } from '../review-record.ts'

/** The years that a review looks at, and the vintages of its rates. */
export type Period = {
  /** Calendar years, the decision year first; that year and ten after it where nothing was said. */
  readonly years: readonly number[]
  readonly schedule: ScheduleName
  readonly deflators: DeflatorName
  /** What is delivered each year, for the cost of one; null where it was not said. */
  readonly units: { readonly name: string; readonly aYear: number } | null
  /** Whether somebody said all of this, or it is what is usual. */
  readonly said: boolean
}

/** The years that may be the first, and how many may follow it: sixty for new buildings (Green Book 2026, paragraph 6.11). */
export const firstYears = { least: 2019, most: 2099 } as const
export const yearsAfter = { least: 1, most: 60 } as const

const usual = { first: 2026, years: 10, schedule: 'green-book-2026', deflators: 'hmt-2025-12' } as const

/** What is not written, or lies outside what it may be, is what is usual. */
export function readPeriod(record: ReviewRecord): Period {
  const content = contentOf(record, 'money')
  const within = (id: string, { least, most }: { readonly least: number; readonly most: number }) => {
    const answer = answerOf(content, id)
    return typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= least && answer <= most
      ? answer
      : undefined
  }
  const [first, after] = [within('first', firstYears), within('years', yearsAfter)]
  const schedule = oneOf(discountSchedules, answerOf(content, 'schedule'))
  const deflators = oneOf(gdpDeflators, answerOf(content, 'deflators'))
  const [name, aYear] = [answerOf(content, 'unit'), answerOf(content, 'units')]
  return {
    years: Array.from({ length: 1 + (after ?? usual.years) }, (_, at) => (first ?? usual.first) + at),
    schedule: schedule ?? usual.schedule,
    deflators: deflators ?? usual.deflators,
    units: typeof name === 'string' && typeof aYear === 'number' && aYear > 0 ? { name, aYear } : null,
    said: [first, after, schedule, deflators].every((each) => each !== undefined),
  }
}

/** A financial year. @example yearWords(2026) // => '2026 to 2027' */
export const yearWords = (year: number): string => `${year} to ${year + 1}`

/** The years as rows of a table: `year-0` is the first, whichever it is. */
export const yearRows = (record: ReviewRecord): readonly MoneyRow[] =>
  readPeriod(record).years.map((year, at) => ({ id: `year-${at}`, label: yearWords(year) }))

/** The three years before the first. */
export const pastYearRows = (record: ReviewRecord): readonly MoneyRow[] => {
  const first = readPeriod(record).years[0] ?? usual.first
  return [3, 2, 1].map((before) => ({ id: `before-${before}`, label: yearWords(first - before) }))
}

const oneOf = <Name extends string>(known: Readonly<Record<Name, unknown>>, answer: unknown): Name | undefined =>
  (Object.keys(known) as Name[]).find((name) => name === answer)

/** What a pound of each year is worth, by the rates of the review or by others. */
export const pricesOf = (
  { years, schedule, deflators }: Period,
  rates: DiscountSchedule = discountSchedules[schedule],
): Prices => ({
  inflation: inflationFactors(gdpDeflators[deflators], years[0] ?? usual.first, years.length),
  discount: discountFactors(rates, years.length),
})
