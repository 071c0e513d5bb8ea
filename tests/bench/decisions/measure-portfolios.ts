import {
  brokenInPortfolio,
  type DecisionCase,
  portfolioCaseOf,
  timesChosen,
  workOutPortfolio,
  worthOf,
} from '../../../src/core/decisions/index.ts'
import { choosePortfolio, type Portfolio, type PortfolioCase } from '../../../src/core/portfolio/index.ts'
import { randomFrom } from '../../../src/core/random/random.ts'
import type { Solve } from '../../../src/core/solver/linear-program.ts'
import { valuesByHighs } from '../../reference/portfolio-by-highs.ts'
import { worthByYalps } from '../../reference/portfolio-by-yalps.ts'
import { once, type Row, shortest } from '../targets.ts'

import { decisionCase } from './portfolio-case.ts'

/** Of 120 and 300: choosing with the price of each rule, the twenty best, near misses, and 500 draws of the scores. */
export const measurePortfolios = (solve: Solve): readonly Row[] => [
  ...[120, 300].flatMap((size) => [
    choosing(decisionCase(size), solve),
    twentyBest(decisionCase(size), solve),
    nearMisses(decisionCase(size), solve),
    drawing(decisionCase(size), solve),
  ]),
  impossible(decisionCase(300, { budgetPounds: 100_000 }), solve),
]

type Optimal = Extract<Portfolio, { status: 'optimal' }>

function optimal(found: Portfolio): Optimal {
  if (found.status !== 'optimal') throw new Error('a case that has an answer was called impossible')
  return found
}

const points = (units: number): string => (units / 1e6).toFixed(4)

const same = (one: readonly unknown[], other: readonly unknown[]): boolean => one.join() === other.join()

/** The case, and the case without each of its rules. */
const withoutEach = (given: PortfolioCase): readonly PortfolioCase[] => [
  given,
  ...given.rules.map((left) => ({ ...given, rules: given.rules.filter((rule) => rule !== left) })),
]

function choosing(decision: DecisionCase, solve: Solve): Row {
  const given = { ...portfolioCaseOf(decision), alternatives: 0 }
  const { result, ...times } = shortest(5, () => optimal(choosePortfolio(given, solve)))
  const ours = [result.value, ...result.rulePrices.map(({ price }) => result.value + price)]
  const yalps = once(() => withoutEach(given).map((each) => worthByYalps(each)))
  const highs = once(() => withoutEach(given).map((each) => valuesByHighs(each, 1, solve)[0]))
  return {
    what: `Portfolio of ${given.candidates.length}, choose ${given.places}, with the price of ${given.rules.length} rules`,
    targetMilliseconds: 150,
    ...times,
    found: `worth ${points(result.value)} points; rules cost ${result.rulePrices.map(({ price }) => points(price)).join(', ')}`,
    peers: [
      { name: 'YALPS', cpuMilliseconds: yalps.cpuMilliseconds },
      { name: 'HiGHS', cpuMilliseconds: highs.cpuMilliseconds },
    ],
    check: 'YALPS and HiGHS find the same worth, and the same without each rule',
    holds: same(ours, yalps.result) && same(ours, highs.result),
  }
}

function twentyBest(decision: DecisionCase, solve: Solve): Row {
  const given = portfolioCaseOf(decision)
  const { result, ...times } = shortest(2, () => optimal(choosePortfolio(given, solve)))
  const highs = once(() => valuesByHighs(given, 21, solve))
  const ours = [result.value, ...result.next.map(({ value }) => value)]
  return {
    what: `The same of ${given.candidates.length} with the next 20`,
    targetMilliseconds: 900,
    ...times,
    found: `from ${points(ours[0] ?? 0)} to ${points(ours.at(-1) ?? 0)} points`,
    peers: [{ name: 'HiGHS', cpuMilliseconds: highs.cpuMilliseconds }],
    check: 'HiGHS, asked 21 times with what it found before cut off, finds the same worths',
    holds: same(ours, highs.result),
  }
}

function nearMisses(decision: DecisionCase, solve: Solve): Row {
  const given = { ...decision, alternatives: 0, draws: 0 }
  const { result, ...times } = shortest(2, () => workOutPortfolio(given, solve))
  if (result.status !== 'optimal') throw new Error('a case that has an answer was called impossible')
  const portfolio = portfolioCaseOf(given)
  const yalps = once(() =>
    result.swaps.map(({ id, chosen }) =>
      worthByYalps({ ...portfolio, ...(chosen ? { mustExclude: [id] } : { mustInclude: [id] }) }),
    ),
  )
  const ours = result.swaps.map(({ value }) => value ?? undefined)
  return {
    what: `Near misses of ${given.candidates.length}: ${result.swaps.length} moved one by one, with what each would have to ask`,
    targetMilliseconds: 900,
    ...times,
    found: `the nearest loses ${points(Math.min(...result.swaps.map(({ loss }) => loss ?? Number.POSITIVE_INFINITY)))} points`,
    peers: [{ name: 'YALPS, without what each would have to ask', cpuMilliseconds: yalps.cpuMilliseconds }],
    check: 'YALPS finds the same worth with each moved; every portfolio keeps every rule',
    holds: same(ours, yalps.result) && brokenInPortfolio(given, result) === undefined,
  }
}

/** As many draws are worked out by the other solver, and compared. */
const compared = 50

function drawing(given: DecisionCase, solve: Solve): Row {
  const { draws, candidates } = given
  const { result, ...times } = shortest(1, () => timesChosen(given, { from: 0, to: draws }, solve))
  const drawn = drawnCases(given, compared)
  const yalps = once(() => drawn.map((each) => worthByYalps(each)))
  const ours = drawn.map((each, draw) => {
    const chosen = timesChosen(given, { from: draw, to: draw + 1 }, solve)
    return each.candidates.reduce((sum, { value }, place) => sum + value * (chosen[place] ?? 0), 0)
  })
  const often = result.filter((count) => count >= draws / 2).length
  return {
    what: `${draws} draws of the scores of ${candidates.length}`,
    targetMilliseconds: 10_000,
    ...times,
    found: `${result.filter((count) => count > 0).length} are chosen at times, ${often} in half of the draws or more`,
    peers: [{ name: 'YALPS', cpuMilliseconds: (yalps.cpuMilliseconds * draws) / compared }],
    check: `YALPS finds the same worth in each of ${compared} draws`,
    holds: same(ours, yalps.result),
  }
}

/** The cases of the first draws, made a second time. */
function drawnCases(given: DecisionCase, count: number): readonly PortfolioCase[] {
  const portfolio = portfolioCaseOf(given)
  const { normal } = randomFrom(given.seed)
  return Array.from({ length: count }, () => {
    const values = given.candidates.map(({ totalPercent, sd }) =>
      worthOf(totalPercent + (sd ?? 0) * normal(), given.thresholdPercent),
    )
    const candidates = portfolio.candidates.map((each, place) => ({ ...each, value: values[place] ?? 0 }))
    return {
      ...portfolio,
      candidates,
      mustExclude: candidates.flatMap(({ id, value }) => (value < 0 ? [id] : [])),
    }
  })
}

function impossible(decision: DecisionCase, solve: Solve): Row {
  const given = portfolioCaseOf(decision)
  const { result, ...times } = shortest(3, () => choosePortfolio(given, solve))
  const sentence = result.status === 'impossible' ? (result.because[0]?.text ?? '') : ''
  return {
    what: `Cause of an impossible portfolio of ${given.candidates.length}`,
    targetMilliseconds: 500,
    ...times,
    found: sentence,
    check: 'YALPS finds none either; the budget is in the sentence',
    holds: worthByYalps(given) === undefined && sentence.includes('100000 of pounds'),
  }
}
