import { branchAndBound } from '../solver/branch-and-bound.ts'
import type { Row, Solve } from '../solver/linear-program.ts'
import { sharedStep } from '../solver/shared-step.ts'
import { unknownsOf } from './constraints.ts'
import type { PortfolioCase } from './portfolio-case.ts'

/** Places of chosen candidates, ascending. */
export type Choice = readonly number[]

/** Far more than any real round needs: what limits a search is counted, so that it ends the same everywhere. */
const mostNodes = 2_000_000

/** Real rounds take some dozens. */
const searchedNodes = 5_000

/** Values are compared in steps of a millionth where all are whole steps, and within rounding where they are not. */
const stepsInOne = 1_000_000
const rounding = 1e-9

/** As many candidates as powers of two can be told apart at once. */
const blockSize = 20

/** The sum of the values of a choice, added in the order of the case. */
export const totalOf = ({ candidates }: PortfolioCase, choice: Choice): number =>
  choice.reduce((sum, place) => sum + (candidates[place]?.value ?? 0), 0)

/** A choice, and where it was seen on the way the one that is best without it: null when there is none. */
export type Best = { readonly choice: Choice; readonly runnerUp: Choice | null | undefined }

/**
 * A choice of the largest value under these rows; undefined when nothing keeps to them.
 *
 * @param known one that keeps to them: it is given back when nothing is worth more
 */
export function anyBest(given: PortfolioCase, rows: readonly Row[], solve: Solve, known?: Choice): Choice | undefined {
  const { weights } = comparable(given)
  return search(given, rows, weights, solve, known && worthOf(weights, known)) ?? known
}

/**
 * The best choice under these rows: the largest value; of those, the most awards; of those, the earlier candidates.
 *
 * @param known a choice of the largest value, if one was seen already
 * @returns undefined when nothing keeps to the rows
 * @throws {Error} if the search was stopped, which takes a case far larger than any round
 */
export function bestChoice(given: PortfolioCase, rows: readonly Row[], solve: Solve, known?: Choice): Best | undefined {
  const { weights, slack } = comparable(given)
  const worth = (choice: Choice): number => worthOf(weights, choice)
  const best = known ?? search(given, rows, weights, solve)
  if (best === undefined) return undefined
  const runnerUp = search(given, [...rows, anotherThan(given, best)], weights, solve) ?? null
  if (runnerUp === null || worth(runnerUp) < worth(best) - slack) return { choice: best, runnerUp }
  const asGood = [...rows, atLeast(weights, worth(best) - slack)]
  const everyone = given.candidates.map(() => 1)
  const most = found(search(given, asGood, everyone, solve))
  const choice = earliest(given, [...asGood, atLeast(everyone, most.length)], most, solve)
  return { choice, runnerUp: undefined }
}

const worthOf = (weights: readonly number[], choice: Choice): number =>
  choice.reduce((sum, place) => sum + (weights[place] ?? 0), 0)

/** Values as they are compared, and how much less counts as the same. */
function comparable({ candidates }: PortfolioCase): { readonly weights: readonly number[]; readonly slack: number } {
  const steps = candidates.map(({ value }) => Math.round(value * stepsInOne))
  const whole = candidates.every(({ value }, place) => Math.abs(value * stepsInOne - (steps[place] ?? 0)) < 1e-3)
  if (whole) {
    const common = sharedStep(steps)
    return { weights: steps.map((step) => step / common), slack: 0.5 }
  }
  const largest = candidates.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0)
  return { weights: candidates.map(({ value }) => value), slack: rounding * Math.max(1, largest) }
}

const atLeast = (weights: readonly number[], lower: number): Row => ({
  lower,
  upper: Number.POSITIVE_INFINITY,
  columns: weights.map((_, place) => place),
  values: weights,
})

/** That this choice is not made again. */
export function anotherThan({ candidates }: PortfolioCase, choice: Choice): Row {
  const chosen = new Set(choice)
  return {
    lower: 1 - choice.length,
    upper: Number.POSITIVE_INFINITY,
    columns: candidates.map((_, place) => place),
    values: candidates.map((_, place) => (chosen.has(place) ? -1 : 1)),
  }
}

/** What is worth the most by these weights, and more than `above`: searched for here, and by the solver where that takes long. */
function search(
  given: PortfolioCase,
  rows: readonly Row[],
  weights: readonly number[],
  solve: Solve,
  above?: number,
): Choice | undefined {
  const unknowns = unknownsOf(given)
  const objective = new Float64Array(unknowns)
  objective.set(weights)
  const program = {
    objective,
    columnLower: new Float64Array(unknowns),
    columnUpper: new Float64Array(unknowns).fill(1),
    integer: true,
    rows,
  }
  const searched = branchAndBound(program, { mostNodes: searchedNodes, above })
  const answer = searched.status === 'stopped' ? solve(program, { mostNodes }) : searched
  if (answer.status === 'infeasible') return undefined
  if (answer.status === 'stopped') throw new Error('the search for a portfolio was stopped: the case is too large')
  return given.candidates.flatMap((_, place) => ((answer.values[place] ?? 0) > 0.5 ? [place] : []))
}

function found(choice: Choice | undefined): Choice {
  if (choice === undefined) throw new Error('the solver contradicts itself')
  return choice
}

/** Of choices that are equally good the one with the earlier candidates, decided block by block. */
function earliest(given: PortfolioCase, rows: readonly Row[], one: Choice, solve: Solve): Choice {
  // Mostly there is no other, which one question settles.
  if (search(given, [...rows, anotherThan(given, one)], [], solve) === undefined) return one
  let choice = one
  const decided: Row[] = []
  for (let from = 0; from < given.candidates.length; from += blockSize) {
    const weights = given.candidates.map((_, place) =>
      place < from || place >= from + blockSize ? 0 : 2 ** (blockSize - 1 - (place - from)),
    )
    choice = found(search(given, [...rows, ...decided], weights, solve))
    const chosen = new Set(choice)
    for (let place = from; place < Math.min(from + blockSize, given.candidates.length); place += 1) {
      const fixed = chosen.has(place) ? 1 : 0
      decided.push({ lower: fixed, upper: fixed, columns: [place], values: [1] })
    }
  }
  return choice
}
