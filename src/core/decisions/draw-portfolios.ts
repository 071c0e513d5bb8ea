import { anyBest, bestPortfolio, constraintsOf, type PortfolioCase } from '../portfolio/index.ts'
import { randomFrom } from '../random/random.ts'
import type { Row, Solve } from '../solver/linear-program.ts'
import { type DecisionCase, portfolioCaseOf, worthOf } from './decision-case.ts'

/** Draws by their numbers, from 0: the last is not among them. */
export type DrawRange = { readonly from: number; readonly to: number }

/** Draws in so many parts that are about equal, fewer where there are fewer draws. */
export const splitDraws = (draws: number, parts: number): readonly DrawRange[] => {
  const count = Math.min(draws, parts)
  const start = (part: number): number => Math.floor((draws * part) / count)
  return Array.from({ length: count }, (_, part) => ({ from: start(part), to: start(part + 1) }))
}

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
  const best = bestPortfolio(portfolio, solve)
  // A draw leaves applications out and lets none in that was not.
  if (best === undefined) return candidates.map(() => 0)
  const chosen = new Set(best.chosen)
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
    const drawn = anyBest(withValues(portfolio, values), [...rows, ...below.map(leftOut)], solve, known)
    for (const place of drawn ?? []) counts[place] = (counts[place] ?? 0) + 1
    if ((draw - from) % 25 === 0) tell((draw - from) / (to - from))
  }
  return counts
}

const withValues = (portfolio: PortfolioCase, values: readonly number[]): PortfolioCase => ({
  ...portfolio,
  candidates: portfolio.candidates.map((candidate, place) => ({ ...candidate, value: values[place] ?? 0 })),
})

const leftOut = (place: number): Row => ({ lower: 0, upper: 0, columns: [place], values: [1] })
