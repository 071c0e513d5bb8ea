import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibrate, type Score, studyScores } from './index.ts'

/** Whatever the scores: 4 chains of 6,000 draws. */
const asked = { scale: [0, 10], places: 2, seed: 3, draws: 6_000 } as const

/** An incomplete block, in which C is the one who is not sure. */
const scores: readonly Score[] = [
  ['1', 'A', 7],
  ['1', 'B', 4, 0.5],
  ['2', 'B', 6],
  ['2', 'C', 2, 0.2],
  ['3', 'C', 5, 0.2],
  ['3', 'A', 9],
  ['4', 'A', 3, 0.5],
  ['4', 'C', 6],
  ['5', 'B', 2],
  ['5', 'C', 1, 0.2],
]

describe('scores of which assessors say how sure they are', () => {
  it('are what they were, to the last digit, where all are equally sure', () => {
    const plain = scores.map(([application, assessor, score]): Score => [application, assessor, score])
    for (const weight of [1, 0.3, 7])
      assert.deepEqual(
        studyScores({ ...asked, draws: 500, scores: plain.map(([e, a, score]): Score => [e, a, score, weight]) }),
        studyScores({ ...asked, draws: 500, scores: plain }),
      )
  })

  it('depend on how weights compare, and not on what they are', () => {
    const halved = scores.map(([e, a, score, weight = 1]): Score => [e, a, score, weight / 2])
    assert.deepEqual(calibrate({ ...asked, draws: 500, scores: halved }), calibrate({ ...asked, draws: 500, scores }))
  })

  it('come to the estimates of the model integrated over a grid of its standard deviations', () => {
    const { applications, assessors } = calibrate({ ...asked, scores })
    const exact = integrated(scores, 5)
    for (const { id, estimate } of applications)
      assert.ok(Math.abs(estimate - (exact.levels.get(id) ?? Number.NaN)) < 0.08, `${id}: ${estimate}`)
    for (const { id, leniency } of assessors)
      assert.ok(Math.abs(leniency - (exact.leniencies.get(id) ?? Number.NaN)) < 0.08, `${id}: ${leniency}`)
  })

  it('leave the plain mean as it is', () => {
    const means = new Map(calibrate({ ...asked, draws: 100, scores }).applications.map(({ id, mean }) => [id, mean]))
    assert.deepEqual([...means.values()], [5.5, 4, 7, 4.5, 1.5])
  })

  it('say nothing of the application as their weight goes to nothing', () => {
    const many = Array.from({ length: 12 }, (_, at): Score => [`${at % 6}`, `${Math.floor(at / 6)}`, (at * 7) % 9])
    const with0 = (score: number): readonly Score[] => [...many.slice(1), ['0', '0', score, 1e-12]]
    const estimate = (score: number) =>
      calibrate({ ...asked, scores: with0(score) }).applications.find(({ id }) => id === '0')?.estimate ?? 0
    assert.ok(Math.abs(estimate(10) - estimate(0)) < 0.1, `${estimate(10)} ${estimate(0)}`)
  })

  it('have noise of which the surest has the least, and the average says how scores agree', () => {
    const { noiseEach, variances } = studyScores({ ...asked, draws: 500, scores })
    const [sure = 0, half = 0, , fifth = 0] = noiseEach
    assert.ok(Math.abs(half / sure - 2) < 1e-9 && Math.abs(fifth / sure - 5) < 1e-9)
    const mean = noiseEach.reduce((sum, each) => sum + each, 0) / noiseEach.length
    assert.ok(Math.abs(variances.noise / mean - 1) < 1e-9)
  })
})

/**
 * The means of the posterior by a second method: for each of a grid of standard deviations, the best linear predictor and
 * how likely the scores are, with the mean level flat (Searle, Casella and McCulloch 1992, Variance Components, 7.4).
 */
function integrated(given: readonly Score[], mostSd: number) {
  const ids = [...new Set(given.map(([id]) => id))]
  const people = [...new Set(given.map(([, id]) => id))]
  const y = given.map(([, , score]) => score)
  const steps = 28
  const grid = Array.from({ length: steps }, (_, at) => ((at + 0.5) / steps) * mostSd)
  const sums = { all: 0, levels: ids.map(() => 0), leniencies: people.map(() => 0) }
  for (const quality of grid)
    for (const lenience of grid)
      for (const noise of grid) {
        const covariance = given.map(([e, a], i) =>
          given.map(
            ([f, b, , weight = 1], j) =>
              (e === f ? quality ** 2 : 0) + (a === b ? lenience ** 2 : 0) + (i === j ? noise ** 2 / weight : 0),
          ),
        )
        const { solutions, logDeterminant } = solve(covariance, [y, y.map(() => 1)])
        const [byY = [], byOne = []] = solutions
        const information = sumOf(byOne)
        const mean = sumOf(byY) / information
        const rest = byY.map((value, at) => value - mean * (byOne[at] ?? 0))
        const squares = y.reduce((sum, value, at) => sum + (value - mean) * (rest[at] ?? 0), 0)
        const likely = Math.exp(-0.5 * (logDeterminant + Math.log(information) + squares))
        sums.all += likely
        const share = (of: (score: Score) => boolean) => sumOf(rest.filter((_, at) => of(given[at] as Score)))
        ids.forEach((id, at) => {
          sums.levels[at] = (sums.levels[at] ?? 0) + likely * (mean + quality ** 2 * share(([e]) => e === id))
        })
        people.forEach((id, at) => {
          sums.leniencies[at] = (sums.leniencies[at] ?? 0) + likely * lenience ** 2 * share(([, a]) => a === id)
        })
      }
  const named = (of: readonly string[], values: readonly number[]) =>
    new Map(of.map((id, at) => [id, (values[at] ?? 0) / sums.all]))
  return { levels: named(ids, sums.levels), leniencies: named(people, sums.leniencies) }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Solves a symmetric positive definite system for each right side, by Cholesky's factors. */
function solve(matrix: readonly (readonly number[])[], rights: readonly (readonly number[])[]) {
  const size = matrix.length
  const lower = matrix.map(() => new Float64Array(size))
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0
  let logDeterminant = 0
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row]?.[column] ?? 0
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k)
      const value = row === column ? Math.sqrt(sum) : sum / at(column, column)
      ;(lower[row] as Float64Array)[column] = value
      if (row === column) logDeterminant += 2 * Math.log(value)
    }
  const solutions = rights.map((right) => {
    const x = [...right]
    for (let row = 0; row < size; row += 1) {
      for (let k = 0; k < row; k += 1) x[row] = (x[row] ?? 0) - at(row, k) * (x[k] ?? 0)
      x[row] = (x[row] ?? 0) / at(row, row)
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      for (let k = row + 1; k < size; k += 1) x[row] = (x[row] ?? 0) - at(k, row) * (x[k] ?? 0)
      x[row] = (x[row] ?? 0) / at(row, row)
    }
    return x
  })
  return { solutions, logDeterminant }
}
