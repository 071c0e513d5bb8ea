import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { choosePortfolio, type PortfolioCase } from './index.ts'

const solve = await openHighs()

const numbers = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number)

/** Projects with their worth, what each takes of every resource (a line each), and how much there is of it. */
function projects(worth: string, takes: string, limits: readonly number[]): PortfolioCase {
  const values = numbers(worth)
  const resources = takes.trim().split('\n').map(numbers)
  return {
    places: values.length,
    candidates: values.map((value, place) => ({
      id: `P${place + 1}`,
      value,
      use: Object.fromEntries(resources.map((row, resource) => [`r${resource}`, row[place] ?? 0])),
      groups: {},
    })),
    limits: Object.fromEntries(limits.map((limit, resource) => [`r${resource}`, limit])),
    rules: [],
    mustInclude: [],
    mustExclude: [],
    alternatives: 0,
  }
}

/** What is chosen is worth, added up here, once it keeps within every limit. */
function worthOf(given: PortfolioCase): number {
  const found = choosePortfolio(given, solve)
  assert.ok(found.status === 'optimal')
  const chosen = given.candidates.filter(({ id }) => found.chosen.includes(id))
  for (const [resource, limit] of Object.entries(given.limits))
    assert.ok(chosen.reduce((sum, { use }) => sum + (use[resource] ?? 0), 0) <= limit)
  return chosen.reduce((sum, { value }) => sum + value, 0)
}

/** Weingartner and Ness 1967: 28 projects of two periods. */
const weingartner = (each: number): PortfolioCase =>
  projects(
    `1898 440 22507 270 14148 3100 4650 30800 615 4975 1160 4225 510 11880 479 440 490 330 110 560 24355 2885 11748
     4550 750 3720 1950 10500`,
    `45 0 85 150 65 95 30 0 170 0 40 25 20 0 0 25 0 0 25 0 165 0 85 0 0 0 0 100
     30 20 125 5 80 25 35 73 12 15 15 40 5 10 10 12 10 9 0 20 60 40 50 36 49 40 19 150`,
    [each, each],
  )

describe('portfolios whose best is published', () => {
  it('have the first one of Petersen 1967, six research projects within ten resources', () => {
    const given = projects(
      '100 600 1200 2400 500 2000',
      `8 12 13 64 22 41
       8 12 13 75 22 41
       3 6 4 18 6 4
       5 10 8 32 6 12
       5 13 8 42 6 20
       5 13 8 48 6 20
       0 0 0 0 8 0
       3 0 4 0 8 0
       3 2 4 0 8 4
       3 2 4 8 8 4`,
      [80, 96, 20, 36, 44, 48, 10, 18, 22, 24],
    )
    assert.equal(worthOf(given), 3800)
  })

  it('have the first two of Weingartner and Ness 1967, for 600 and for 500 in each period', () => {
    assert.deepEqual([weingartner(600), weingartner(500)].map(worthOf), [141_278, 130_883])
  })
})
