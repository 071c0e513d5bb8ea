import { englishRegions } from '../authorities/authority.ts'
import { type AssessmentRules, deliveryModels, type SpreadBasis, type SpreadRule } from './assessment-rules.ts'

/** Why rules of spread cannot all be kept. */
export type SpreadProblem =
  | { readonly code: 'spread-empty'; readonly rule: number }
  | { readonly code: 'spread-value-unknown'; readonly rule: number; readonly value: string }
  | { readonly code: 'spread-bounds-cross'; readonly basis: SpreadBasis; readonly value: string }
  | {
      readonly code: 'spread-needs-more-places'
      readonly basis: SpreadBasis
      readonly needed: number
      readonly places: number
    }

/** The values that an award can have: those of `authority-type` are the kinds that may lead. */
export const spreadValues = (basis: SpreadBasis, eligibleKinds: readonly string[]): readonly string[] =>
  ({ region: englishRegions, 'authority-type': eligibleKinds, 'delivery-model': deliveryModels })[basis]

/**
 * Whether some choice of at most `places` awards keeps every rule. Each award has one region, one type and one model, and
 * these do not bind each other, so it is enough that each of the three by itself can be kept: no value must have more
 * awards than it may, and the fewest of all values together must fit the places. Fewer awards than places are valid.
 *
 * @see the brute force in its test
 */
export function checkSpread(
  { spread }: Pick<AssessmentRules, 'spread'>,
  { places, eligibleKinds }: { readonly places: number; readonly eligibleKinds: readonly string[] },
): readonly SpreadProblem[] {
  const problems: SpreadProblem[] = []
  spread.forEach(({ basis, value, least, most }, index) => {
    if (least === null && most === null) problems.push({ code: 'spread-empty', rule: index })
    if (value !== '' && !spreadValues(basis, eligibleKinds).includes(value))
      problems.push({ code: 'spread-value-unknown', rule: index, value })
  })
  for (const basis of new Set(spread.map((rule) => rule.basis))) {
    const own = spread.filter((rule) => rule.basis === basis)
    let needed = 0
    for (const value of spreadValues(basis, eligibleKinds)) {
      const { least, most } = bounds(own, value)
      if (least > most) problems.push({ code: 'spread-bounds-cross', basis, value })
      needed += least
    }
    if (needed > places) problems.push({ code: 'spread-needs-more-places', basis, needed, places })
  }
  return problems
}

/** The strictest of the rules that bind a value. */
function bounds(rules: readonly SpreadRule[], value: string): { readonly least: number; readonly most: number } {
  const binding = rules.filter((rule) => rule.value === '' || rule.value === value)
  return {
    least: Math.max(0, ...binding.map(({ least }) => least ?? 0)),
    most: Math.min(...binding.map(({ most }) => most ?? Number.POSITIVE_INFINITY)),
  }
}
