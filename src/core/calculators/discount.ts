import {
  type DiscountSchedule,
  discountFactors,
  internalRates,
  type ModifiedRates,
  modifiedRate,
  payback,
  presentValue,
} from '../appraisal/index.ts'
import { list, number, object, optional } from '../canonical/index.ts'
import type { Calculation } from './calculation.ts'
import { type GivenSchedule, rate, scheduleOf, scheduleShape } from './schedule-shape.ts'

type Input = {
  readonly schedule: GivenSchedule
  readonly cashFlows: readonly number[]
  /** What money that is owed costs, and money that comes in earns: with them the modified internal rate is worked out. */
  readonly modified?: ModifiedRates
}

const shape = object<Input>({
  schedule: scheduleShape,
  cashFlows: list(number, 1),
  modified: optional(object<ModifiedRates>({ finance: rate, reinvestment: rate })),
})

/**
 * The value today of yearly amounts.
 *
 * @param input `{ schedule, cashFlows, modified? }`: real pounds a year, year 0 first; `modified` is `{ finance, reinvestment }`
 * @returns `{ factors, presentValues, total, equivalentAnnual, irr, payback, discountedPayback }`, and `mirr` where `modified` is given
 */
export function calculateDiscount(input: unknown): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { schedule, cashFlows, modified } = input as Input
  const output = outputOf(scheduleOf(schedule), cashFlows)
  return { ok: true, output: modified === undefined ? output : { ...output, mirr: modifiedRate(cashFlows, modified) } }
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
