import type { VatRule } from '../rounds/fund.ts'

/** The rates of value added tax that there are, in per cent. */
export const vatPercents = [0, 5, 20] as const
export type VatPercent = (typeof vatPercents)[number]

/** What an order may cost. Days are tenths of a day and money whole pence, so that every sum is one of whole numbers. */
export type OrderTerms = {
  readonly tenthDays: number
  /** For a day, without value added tax. */
  readonly ratePence: number
  /** Without value added tax. */
  readonly expensesPence: number
  readonly vatPercent: VatPercent
}

/** `countedPence` is what counts against the award: with the tax, unless the amounts of the fund are without it. */
export type OrderCost = { readonly netPence: number; readonly vatPence: number; readonly countedPence: number }

/**
 * What an order costs; halves of a penny are rounded up. A fund that does not say whether its amounts include the tax is
 * taken to include it: then nobody finds later that there was less.
 *
 * @example orderCost({ tenthDays: 105, ratePence: 80_000, expensesPence: 0, vatPercent: 20 }, 'included').countedPence // => 1008000
 */
export function orderCost({ tenthDays, ratePence, expensesPence, vatPercent }: OrderTerms, vat: VatRule): OrderCost {
  const netPence = Math.floor((tenthDays * ratePence + 5) / 10) + expensesPence
  const vatPence = vatOf(netPence, vatPercent)
  return { netPence, vatPence, countedPence: netPence + (vat === 'excluded' ? 0 : vatPence) }
}

/** The tax on a sum, in whole pence. @example vatOf(1_03, 20) // => 21 */
export const vatOf = (netPence: number, vatPercent: VatPercent): number =>
  Math.floor((netPence * vatPercent + 50) / 100)

/** How far an order goes beyond what there is; undefined where it does not. */
export type Beyond = {
  readonly code: 'beyond-award' | 'beyond-fund'
  readonly leftPence: number
  readonly countedPence: number
}

/**
 * Whether an order fits.
 *
 * @param left what is left of its award and of its fund, in pence
 */
export function beyond(
  { countedPence }: Pick<OrderCost, 'countedPence'>,
  left: { readonly awardPence: number; readonly fundPence: number },
): Beyond | undefined {
  if (countedPence > left.awardPence) return { code: 'beyond-award', leftPence: left.awardPence, countedPence }
  return countedPence > left.fundPence ? { code: 'beyond-fund', leftPence: left.fundPence, countedPence } : undefined
}

/** The most whole days at a rate that so much pays for, with no expenses; 0 where a day costs nothing. */
export function daysWithin(leftPence: number, { ratePence, vatPercent }: OrderTerms, vat: VatRule): number {
  const dayPence = orderCost({ tenthDays: 10, ratePence, expensesPence: 0, vatPercent }, vat).countedPence
  return dayPence === 0 ? 0 : Math.max(0, Math.floor(leftPence / dayPence))
}
