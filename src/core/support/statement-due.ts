import { type FinancialYear, lastDayOf } from '../benefits/financial-year.ts'
import type { IsoDay } from '../time/day.ts'
import { unspentPence, yearsOver } from './grant-money.ts'

/** What of a grant tells whether a statement of its use is due. Money is in pence. */
export type GrantAccounted = {
  /** The day of the first payment; null while nothing is paid. */
  readonly firstPaidOn: IsoDay | null
  readonly paidPence: number
  readonly returnedPence: number
  /** As the last statement has it; 0 before. */
  readonly spentPence: number
  /** Until which day the last statement goes; null before. */
  readonly statedUntil: IsoDay | null
}

/** A statement that is due: of what was spent until the last day of a financial year. */
export type StatementDue = { readonly year: FinancialYear; readonly until: IsoDay; readonly due: IsoDay }

/**
 * The statement that the finance officer of a council owes, if any: after each financial year in which it had money of the
 * grant to spend, three months after the year's end. Of several years the last one counts, since a statement tells all that
 * was spent since the first payment. Where all that was paid is stated to be spent, or came back, nothing is owed.
 *
 * @example statementDue({ firstPaidOn: '2025-05-01', paidPence: 100, returnedPence: 0, spentPence: 0, statedUntil: null }, '2026-04-01')?.due // => '2026-06-30'
 */
export function statementDue(grant: GrantAccounted, today: IsoDay): StatementDue | undefined {
  const year = yearsOver(grant.firstPaidOn ?? undefined, today).at(-1)
  if (year === undefined || unspentPence(grant) === 0) return undefined
  const until = lastDayOf(year)
  if (grant.statedUntil !== null && grant.statedUntil >= until) return undefined
  return { year, until, due: `${year + 1}-06-30` }
}
