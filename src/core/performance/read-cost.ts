import { done, type Result, refused } from '../result.ts'
import { readTypedDay, type TypedDay } from '../time/typed-day.ts'

export type CostTyped = {
  readonly month: Omit<TypedDay, 'day'>
  readonly pounds: string
  readonly source: string
}

/** What running a fund on the service cost in a month, such as `2026-10`, and where that stands. */
export type Cost = { readonly month: string; readonly pounds: number; readonly source: string }

export type CostProblem =
  | { readonly code: 'month-missing' | 'month-to-come' }
  | { readonly code: 'pounds-missing' }
  | { readonly code: 'source-missing' | 'source-too-long' }

const longestSource = 300
const mostPounds = 1_000_000_000

/**
 * A cost from what was typed, or everything that is wrong with it.
 *
 * @param now the month that it is, such as `2026-11`: no cost is known of a later one
 * @example readCost({ month: { month: 'October', year: '2026' }, pounds: '£1,200', source: 'Ledger' }, '2026-11') // => { ok: true, value: { month: '2026-10', pounds: 1200, source: 'Ledger' } }
 */
export function readCost(typed: CostTyped, now: string): Result<Cost, CostProblem> {
  const first = readTypedDay({ ...typed.month, day: '1' })
  const month = first?.startsWith('20') ? first.slice(0, 7) : undefined
  const bare = typed.pounds.replaceAll(/[£,\s]/g, '')
  const pounds = /^\d{1,10}$/.test(bare) ? Number(bare) : undefined
  const source = typed.source.trim()
  const problems: CostProblem[] = []
  if (month === undefined) problems.push({ code: 'month-missing' })
  else if (month > now) problems.push({ code: 'month-to-come' })
  if (pounds === undefined || pounds > mostPounds) problems.push({ code: 'pounds-missing' })
  if (source === '') problems.push({ code: 'source-missing' })
  if (source.length > longestSource) problems.push({ code: 'source-too-long' })
  if (month === undefined || pounds === undefined || problems.length > 0) return refused(...problems)
  return done({ month, pounds, source })
}
