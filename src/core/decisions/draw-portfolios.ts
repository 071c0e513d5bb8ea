import { anyBest, bestPortfolio, constraintsOf, type PortfolioCase } from '../portfolio/index.ts'
import { randomFrom } from '../random/random.ts'
import type { Row, Solve } from '../solver/linear-program.ts'
import { type DecisionCase, portfolioCaseOf, worthOf } from './decision-case.ts'

/** Draws by their numbers, from 0: the last is not among them. */
export type DrawRange = { readonly from: number; readonly to: number }

/** Whether scores can be drawn anew: something says of each how far it may be off. */
export const canDraw = ({ candidates, draws }: DecisionCase): boolean =>
  draws > 0 && candidates.length > 0 && candidates.every(({ sd }) => sd !== null)

/**
 * In how many of the draws each candidate is chosen, in the order of the case: every score is drawn from a normal
 * distribution about itself, and the best portfolio of those that then reach the threshold is chosen by the same rules. Of
 * portfolios that are worth the same the one that was chosen by the scores themselves is taken, if it is among them. A draw
 * is the same whatever range it is asked for in, so that ranges can be worked out side by side and added up.
 */
export function timesChosen(
  given: DecisionCase,
  { from, to }: DrawRange,
  solve: Solve,
  tell: (share: number) => void = () => {},
): readonly number[] {
  const { candidates, thresholdPercent } = given
  const portfolio = portfolioCaseOf(given)
  const rows = constraintsOf(portfolio).flatMap((each) => each.rows)
  const chosen = new Set(bestPortfolio(portfolio, solve)?.chosen)
  const first = candidates.flatMap(({ id }, place) => (chosen.has(id) ? [place] : []))
  const forced = new Set([...given.forcedIn, ...given.forcedOut])
  const random = randomFrom(given.seed)
  const counts = candidates.map(() => 0)
  for (let draw = 0; draw < to; draw += 1) {
    const values = candidates.map(({ totalPercent, sd }) =>
      worthOf(totalPercent + (sd ?? 0) * random.normal(), thresholdPercent),
    )
    if (draw < from) continue
    const below = candidates.flatMap(({ id }, place) => ((values[place] ?? 0) < 0 && !forced.has(id) ? [place] : []))
    const known = first.some((place) => below.includes(place)) ? undefined : first
    const best = anyBest(withValues(portfolio, values), [...rows, ...below.map(leftOut)], solve, known)
    for (const place of best ?? []) counts[place] = (counts[place] ?? 0) + 1
    if (draw % 25 === 0) tell((draw - from) / (to - from))
  }
  return counts
}

const withValues = (portfolio: PortfolioCase, values: readonly number[]): PortfolioCase => ({
  ...portfolio,
  candidates: portfolio.candidates.map((candidate, place) => ({ ...candidate, value: values[place] ?? 0 })),
})

const leftOut = (place: number): Row => ({ lower: 0, upper: 0, columns: [place], values: [1] })
