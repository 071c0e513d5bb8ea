import {
  anyBest,
  bestPortfolio,
  choosePortfolio,
  constraintsOf,
  type PortfolioCase,
  totalOf,
} from '../portfolio/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import { type DecisionCase, portfolioCaseOf, unitsInPoint } from './decision-case.ts'
import { canDraw, timesChosen } from './draw-portfolios.ts'
import type { Alternative, OptimalPortfolio, PortfolioResult, Swap } from './portfolio-result.ts'

/** Near misses that are looked at one by one: the first of those not chosen, in the sealed order. */
const nearMisses = 20

export type PortfolioProgress = (percent: number, doing: string) => void

/**
 * Chooses awards exactly, and says what each rule costs, what comes next, what would change it and how sure it is. The same
 * case gives the same answer: chance starts with the seed of the case, and nothing is limited by the clock.
 */
export function workOutPortfolio(
  given: DecisionCase,
  solve: Solve,
  tell: PortfolioProgress = () => {},
): PortfolioResult {
  const chosen = chooseAwards(given, solve, tell)
  const all = { from: 0, to: given.draws }
  return withDraws(given, chosen, canDraw(given) ? timesChosen(given, all, solve) : null)
}

/** Everything but how sure it is, for which {@link withDraws}. */
export function chooseAwards(given: DecisionCase, solve: Solve, tell: PortfolioProgress = () => {}): PortfolioResult {
  const portfolio = portfolioCaseOf(given)
  tell(0, 'Choosing')
  const best = choosePortfolio(portfolio, solve)
  if (best.status === 'impossible') return best
  const { value, chosen } = best
  tell(20, 'Moving one at a time')
  return {
    status: 'optimal',
    value,
    chosen,
    pounds: best.used.pounds ?? 0,
    rulePrices: best.rulePrices,
    alternatives: best.next.map((next) => alternativeOf(given, { value, chosen }, next)),
    swaps: swapsOf(portfolio, { value, chosen }, solve),
    inclusion: null,
  }
}

/** @param times in how many draws each candidate was chosen, in the order of the case; null where nothing could be drawn */
export const withDraws = (
  { candidates }: DecisionCase,
  result: PortfolioResult,
  times: readonly number[] | null,
): PortfolioResult =>
  result.status === 'impossible'
    ? result
    : { ...result, inclusion: times && candidates.map(({ id }, place) => ({ id, draws: times[place] ?? 0 })) }

type Chosen = Pick<OptimalPortfolio, 'value' | 'chosen'>

const without = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((id) => !other.includes(id))

function alternativeOf({ candidates }: DecisionCase, best: Chosen, next: Chosen): Alternative {
  const [comesIn, goesOut] = [without(next.chosen, best.chosen), without(best.chosen, next.chosen)]
  const sds = new Map(candidates.map(({ id, sd }) => [id, sd]))
  const variance = [...comesIn, ...goesOut].reduce((sum, id) => sum + (sds.get(id) ?? 0) ** 2, 0)
  const loss = best.value - next.value
  return { value: next.value, loss, comesIn, goesOut, near: loss <= Math.sqrt(variance) * unitsInPoint }
}

function swapsOf(portfolio: PortfolioCase, best: Chosen, solve: Solve): readonly Swap[] {
  const forced = new Set([...portfolio.mustInclude, ...portfolio.mustExclude])
  const chosen = new Set(best.chosen)
  const free = portfolio.candidates.filter(({ id }) => !forced.has(id))
  const out = free.filter(({ id }) => !chosen.has(id)).slice(0, nearMisses)
  return [...free.filter(({ id }) => chosen.has(id)), ...out].map(({ id }): Swap => {
    const isIn = chosen.has(id)
    const { mustInclude, mustExclude } = portfolio
    const moved = {
      ...portfolio,
      ...(isIn ? { mustExclude: [...mustExclude, id] } : { mustInclude: [...mustInclude, id] }),
    }
    const other = bestPortfolio(moved, solve)
    return {
      id,
      chosen: isIn,
      value: other?.value ?? null,
      loss: other === undefined ? null : best.value - other.value,
      comesIn: other === undefined ? [] : without(other.chosen, best.chosen),
      goesOut: other === undefined ? [] : without(best.chosen, other.chosen),
      mostPounds: isIn ? null : mostPounds(moved, id, best.value, solve),
    }
  })
}

/** How much it could ask for and be in a portfolio worth as much as the best: the budget less what the others then need. */
function mostPounds(moved: PortfolioCase, id: string, value: number, solve: Solve): number | null {
  const own = moved.candidates.find((candidate) => candidate.id === id)
  const budget = moved.limits.pounds
  if (own === undefined || budget === undefined) return null
  const cheapest: PortfolioCase = {
    ...moved,
    limits: {},
    candidates: moved.candidates.map((candidate) => ({
      ...candidate,
      value: candidate.id === id ? 0 : -(candidate.use.pounds ?? 0),
    })),
  }
  const worth = {
    lower: value - 0.5,
    upper: Number.POSITIVE_INFINITY,
    columns: moved.candidates.map((_, place) => place),
    values: moved.candidates.map((candidate) => candidate.value),
  }
  const rows = [...constraintsOf(cheapest).flatMap(({ rows: each }) => each), worth]
  const choice = anyBest(cheapest, rows, solve)
  if (choice === undefined) return null
  const most = budget + totalOf(cheapest, choice)
  return most > 0 && most < (own.use.pounds ?? 0) ? most : null
}
