import type { SpreadBasis, SpreadRule } from '../rules/index.ts'
import { spreadValues } from '../rules/index.ts'
import type { DecisionCandidate, DecisionCase } from './decision-case.ts'
import type { PortfolioResult } from './portfolio-result.ts'

/**
 * Looks at every portfolio of a result again, in plain counting, apart from the solver and from what it was given.
 *
 * @returns the first rule that one breaks, in words; undefined when all keep to everything
 */
export function brokenInPortfolio(given: DecisionCase, result: PortfolioResult): string | undefined {
  if (result.status === 'impossible') return undefined
  const moved = (comesIn: readonly string[], goesOut: readonly string[]) => [
    ...result.chosen.filter((id) => !goesOut.includes(id)),
    ...comesIn,
  ]
  const all = [
    { chosen: result.chosen, value: result.value },
    ...result.alternatives.map(({ comesIn, goesOut, value }) => ({ chosen: moved(comesIn, goesOut), value })),
    ...result.swaps.flatMap(({ comesIn, goesOut, value }) =>
      value === null ? [] : [{ chosen: moved(comesIn, goesOut), value }],
    ),
  ]
  for (const { chosen, value } of all) {
    const broken = brokenBy(given, chosen, value)
    if (broken !== undefined) return broken
  }
  return all.some(({ value }) => value > result.value) ? 'another portfolio is worth more' : undefined
}

function brokenBy(given: DecisionCase, chosen: readonly string[], value: number): string | undefined {
  const awarded = given.candidates.filter(({ id }) => chosen.includes(id))
  const sum = (of: (candidate: DecisionCandidate) => number) => awarded.reduce((total, each) => total + of(each), 0)
  if (awarded.length !== chosen.length) return 'somebody is chosen who may not be'
  if (awarded.length > given.places) return 'there are more awards than places'
  if (sum(({ pounds }) => pounds) > given.budgetPounds) return 'the awards are more than the budget'
  if (sum((each) => each.value) !== value) return 'the value is not the sum of the values'
  if (given.forcedIn.some((id) => !chosen.includes(id))) return 'one that must be in is out'
  if (given.forcedOut.some((id) => chosen.includes(id))) return 'one that must be out is in'
  const [broken] = brokenSpread(given, chosen)
  return broken === undefined ? undefined : `rule ${given.spread.indexOf(broken.rule) + 1} of spread is broken`
}

/** A rule of spread that awards do not keep to: how many of `value` there are. */
export type BrokenSpread = { readonly rule: SpreadRule; readonly value: string; readonly count: number }

/**
 * The rules of spread that these awards break, for each value of which there are too few or too many.
 *
 * @param chosen the ids of those that are awarded
 */
export function brokenSpread(
  { candidates, spread, eligibleKinds }: Pick<DecisionCase, 'candidates' | 'spread' | 'eligibleKinds'>,
  chosen: readonly string[],
): readonly BrokenSpread[] {
  const awarded = candidates.filter(({ id }) => chosen.includes(id))
  return spread.flatMap((rule) =>
    (rule.value === '' ? spreadValues(rule.basis, eligibleKinds) : [rule.value]).flatMap((value) => {
      const count = awarded.filter((each) => belongs(each, rule.basis, value)).length
      const kept = count >= (rule.least ?? 0) && count <= (rule.most ?? Number.POSITIVE_INFINITY)
      return kept ? [] : [{ rule, value, count }]
    }),
  )
}

function belongs(candidate: DecisionCandidate, basis: SpreadBasis, member: string): boolean {
  if (basis === 'region') return candidate.region === member
  return basis === 'authority-type' ? candidate.authorityType === member : candidate.deliveryModels.includes(member)
}
