import { type DiscountSchedule, discountFactors, internalRates, payback, presentValue } from '../appraisal/index.ts'
import { list, number, object } from '../canonical/index.ts'
import type { Calculation } from './calculation.ts'
import { type GivenSchedule, scheduleOf, scheduleShape } from './schedule-shape.ts'

type Input = { readonly schedule: GivenSchedule; readonly cashFlows: readonly number[] }

const shape = object<Input>({ schedule: scheduleShape, cashFlows: list(number, 1) })

/**
 * The value today of yearly amounts.
 *
 * @param input `{ schedule, cashFlows }`: real pounds a year, year 0 first
 * @returns `{ factors, presentValues, total, equivalentAnnual, irr, payback, discountedPayback }`
 */
export function calculateDiscount(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { schedule, cashFlows } = input as Input
  return { ok: true, output: outputOf(scheduleOf(schedule), cashFlows) }
}

function outputOf(schedule: DiscountSchedule, cashFlows: readonly number[]) {
  const factors = discountFactors(schedule, cashFlows.length)
  const presentValues = cashFlows.map((amount, year) => amount * (factors[year] ?? 0))
  const total = presentValue(cashFlows, factors)
  const annuity = factors.slice(1).reduce((sum, factor) => sum + factor, 0)
  const rates = internalRates(cashFlows)
  return {
    factors: [...factors],
    presentValues,
    total,
    equivalentAnnual: annuity === 0 ? null : total / annuity,
    irr: rates.length > 1 ? [...rates] : (rates[0] ?? null),
    payback: payback(cashFlows),
    discountedPayback: payback(presentValues),
  }
}
