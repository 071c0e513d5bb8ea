import { byYear } from '../appraisal/index.ts'
import { isObject } from '../canonical/index.ts'
import { answerOf } from '../forms/index.ts'
import { contentOf } from '../sheets/index.ts'
import { pastYearRows, pricesOf, readPeriod, reviewLinesOf, yearRows } from './money/index.ts'
import { businessAsUsualOf, optionsOf } from './read-options.ts'
import type { ReviewRecord } from './review-record.ts'

/** What the service delivers and costs in a year, in the pounds of that year. Null where it was not said. */
export type ServiceYear = {
  /** The financial year, in words. */
  readonly year: string
  /** From the accounts; else what is to be expected if nothing changes. */
  readonly past: boolean
  readonly demand: number | null
  readonly gross: number | null
  readonly income: number | null
  readonly net: number | null
  /** Net cost of one of what is delivered. */
  readonly unitCost: number | null
}

/**
 * The service today, year by year: three years from the accounts, and those of the review as business as usual has them in the
 * financial case. What was written twice would differ, so costs to come are taken from the lines of money.
 */
export function serviceByYear(record: ReviewRecord): readonly ServiceYear[] {
  const past = cellsOf(record, 'past')
  const forecast = cellsOf(record, 'forecast')
  const usual = usualMoney(record)
  return [
    ...pastYearRows(record).map(({ id, label }) =>
      yearOf(label, true, { demand: past(id, 'demand'), gross: past(id, 'gross'), income: past(id, 'income') }),
    ),
    ...yearRows(record).map(({ id, label }, at) =>
      yearOf(label, false, {
        demand: forecast(id, 'demand'),
        gross: usual?.gross[at] ?? null,
        income: usual?.income[at] ?? null,
      }),
    ),
  ]
}

type Figures = Pick<ServiceYear, 'demand' | 'gross' | 'income'>

/** Income that was not said is none, where there is a cost. */
function yearOf(year: string, past: boolean, { demand, gross, income }: Figures): ServiceYear {
  const net = gross === null ? null : gross - (income ?? 0)
  const unitCost = net === null || demand === null || demand <= 0 ? null : net / demand
  return { year, past, demand, gross, income, net, unitCost }
}

/** The numbers of a table of the sheet, by the ids of row and column. */
function cellsOf(record: ReviewRecord, table: string): (row: string, column: string) => number | null {
  const answer = answerOf(contentOf(record, 'demand'), table)
  const rows = Array.isArray(answer) ? answer.filter(isObject) : []
  return (id, column) => {
    const cell = rows.find(({ row }) => row === id)?.[column]
    return typeof cell === 'number' ? cell : null
  }
}

/** What business as usual pays and gets each year, nominal; undefined before it has a line. */
function usualMoney(
  record: ReviewRecord,
): { readonly gross: readonly number[]; readonly income: readonly number[] } | undefined {
  const usual = businessAsUsualOf(optionsOf(record))?.id
  const lines = reviewLinesOf(record).filter(({ option }) => option === usual)
  if (lines.length === 0) return undefined
  const prices = pricesOf(readPeriod(record))
  const paid = (kind: 'cost' | 'income') =>
    byYear(
      lines.flatMap(({ line }) => (line.kind === kind ? line : [])),
      prices,
    ).financial
  return { gross: paid('cost').map((pounds) => -pounds), income: paid('income') }
}
