import { anotherThan } from '../../src/core/portfolio/best-choice.ts'
import { constraintsOf, type PortfolioCase } from '../../src/core/portfolio/index.ts'
import type { Row, Solve } from '../../src/core/solver/linear-program.ts'

/** What the best so many portfolios are worth by HiGHS alone, each asked for with those before cut off. */
export function valuesByHighs(given: PortfolioCase, count: number, solve: Solve): readonly number[] {
  const rows: Row[] = constraintsOf(given).flatMap((each) => each.rows)
  const size = given.candidates.length
  const values: number[] = []
  while (values.length < count) {
    const found = solve({
      objective: Float64Array.from(given.candidates, ({ value }) => value / 100),
      columnLower: new Float64Array(size),
      columnUpper: new Float64Array(size).fill(1),
      integer: true,
      rows,
    })
    if (found.status !== 'optimal') break
    const choice = given.candidates.flatMap((_, place) => ((found.values[place] ?? 0) > 0.5 ? [place] : []))
    values.push(choice.reduce((sum, place) => sum + (given.candidates[place]?.value ?? 0), 0))
    rows.push(anotherThan(given, choice))
  }
  return values
}
