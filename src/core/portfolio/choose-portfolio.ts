import type { Row, Solve } from '../solver/linear-program.ts'
import { anotherThan, anyBest, type Best, bestChoice, type Choice, totalOf } from './best-choice.ts'
import { type Constraint, constraintsOf } from './constraints.ts'
import { causeOf, type PortfolioCause } from './explain-impossible.ts'
import { countedBy, isDifferent, type Part, type PortfolioCase, type SpreadRule } from './portfolio-case.ts'

/** What was chosen, what it takes, what each rule costs and what comes next. */
export type Portfolio =
  | {
      readonly status: 'optimal'
      readonly value: number
      /** In the order of the case. */
      readonly chosen: readonly string[]
      readonly used: Readonly<Record<string, number>>
      /** The best value without this rule, less the value. */
      readonly rulePrices: readonly { readonly rule: number; readonly price: number }[]
      readonly next: readonly { readonly value: number; readonly chosen: readonly string[] }[]
    }
  | { readonly status: 'impossible'; readonly because: readonly PortfolioCause[] }

/**
 * Chooses the candidates that are together worth the most, within the places, the limits and the rules: exactly, and the
 * same every time. Fewer than the places may be chosen. Between equal values: more awards, then the earlier candidates.
 * Every choice is checked here, apart from the solver, before it is given.
 *
 * @throws {Error} if the solver's answer breaks a rule of the case: a fault
 * @see docs/sources.md#portfolio
 */
export function choosePortfolio(given: PortfolioCase, solve: Solve): Portfolio {
  const constraints = constraintsOf(given)
  const first = bestUnder(given, constraints, [], solve)
  if (first === undefined) {
    const holds = (some: readonly Constraint[]): boolean => anyBest(given, rowsOf(some), solve) !== undefined
    return { status: 'impossible', because: [causeOf(given, constraints, holds)] }
  }
  const best = first.choice
  const value = totalOf(given, best)
  return {
    status: 'optimal',
    value,
    chosen: idsOf(given, best),
    used: usedBy(given, best),
    rulePrices: given.rules.map((_, rule) => {
      const without = constraints.filter(({ part }) => part.kind !== 'rule' || part.place !== rule)
      return { rule, price: totalOf(given, anyBest(given, rowsOf(without), solve, best) ?? best) - value }
    }),
    next: nextBest(given, constraints, first, solve),
  }
}

/** The best portfolio alone, chosen and checked as above; undefined when nothing keeps to the case. */
export function bestPortfolio(
  given: PortfolioCase,
  solve: Solve,
): { readonly value: number; readonly chosen: readonly string[] } | undefined {
  const best = bestUnder(given, constraintsOf(given), [], solve)?.choice
  return best && { value: totalOf(given, best), chosen: idsOf(given, best) }
}

const rowsOf = (constraints: readonly Constraint[]): readonly Row[] => constraints.flatMap(({ rows }) => rows)

function bestUnder(
  given: PortfolioCase,
  constraints: readonly Constraint[],
  cuts: readonly Row[],
  solve: Solve,
  known?: Choice,
): Best | undefined {
  const best = bestChoice(given, [...rowsOf(constraints), ...cuts], solve, known)
  if (best !== undefined) check(given, constraints, best.choice)
  return best
}

/** What comes after the best, one by one: mostly the next was seen when the one before was found to be the only best. */
function nextBest(given: PortfolioCase, constraints: readonly Constraint[], first: Best, solve: Solve) {
  const cuts: Row[] = []
  const next: { readonly value: number; readonly chosen: readonly string[] }[] = []
  let last = first
  while (next.length < given.alternatives && last.runnerUp !== null) {
    cuts.push(anotherThan(given, last.choice))
    const best = bestUnder(given, constraints, cuts, solve, last.runnerUp)
    if (best === undefined) break
    next.push({ value: totalOf(given, best.choice), chosen: idsOf(given, best.choice) })
    last = best
  }
  return next
}

const idsOf = ({ candidates }: PortfolioCase, choice: Choice): readonly string[] =>
  choice.map((place) => candidates[place]?.id ?? '')

function usedBy({ candidates, limits }: PortfolioCase, choice: Choice): Readonly<Record<string, number>> {
  const names = new Set([...Object.keys(limits), ...candidates.flatMap(({ use }) => Object.keys(use))])
  const sum = (name: string): number => choice.reduce((total, place) => total + (candidates[place]?.use[name] ?? 0), 0)
  return Object.fromEntries([...names].map((name) => [name, sum(name)]))
}

/** A second look at a choice, in plain counting. */
function check(given: PortfolioCase, constraints: readonly Constraint[], choice: Choice): void {
  const ids = new Set(idsOf(given, choice))
  const used = usedBy(given, choice)
  const breaksPart = (part: Part): boolean => {
    switch (part.kind) {
      case 'places':
        return ids.size > given.places
      case 'limit':
        return (used[part.name] ?? 0) > withRounding(given.limits[part.name] ?? 0)
      case 'include':
        return !ids.has(part.id)
      case 'exclude':
        return ids.has(part.id)
      case 'rule':
        return breaks(given, given.rules[part.place], choice)
    }
  }
  const broken = constraints.find(({ part }) => breaksPart(part))
  if (broken !== undefined) throw new Error(`the solver broke a part of the case: ${JSON.stringify(broken.part)}`)
}

const withRounding = (limit: number): number => limit + 1e-9 * Math.max(1, Math.abs(limit))

function breaks(given: PortfolioCase, rule: SpreadRule | undefined, choice: Choice): boolean {
  if (rule === undefined) return false
  const members = choice.flatMap((place) => given.candidates[place]?.groups[rule.group] ?? [])
  if (isDifferent(rule)) return new Set(members).size < rule.atLeastDifferent
  const { min = 0, max = Number.POSITIVE_INFINITY } = rule
  return countedBy(given, rule).some((each) => {
    const count = members.filter((other) => other === each).length
    return count < min || count > max
  })
}
