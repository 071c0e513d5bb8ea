import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { McdaCase } from '../index.ts'
import { promethee } from './promethee.ts'
import { topsis } from './topsis.ts'
import { vikor } from './vikor.ts'
import { weightedProduct } from './weighted-product.ts'

const near = (actual: readonly number[], expected: readonly number[], by: number) => {
  assert.equal(actual.length, expected.length)
  for (const [at, value] of actual.entries())
    assert.ok(Math.abs(value - (expected[at] ?? Number.NaN)) <= by, `${actual} is not ${expected}`)
}

/** A case of options A, B, C, …; of a criterion of which less is better the values are turned round. */
const caseOf = (values: readonly (readonly number[])[], swings: readonly number[], less: readonly number[] = []) =>
  ({
    criteria: swings.map((swing, at) => ({ id: `c${at}`, swing })),
    options: values.map((_, at) => String.fromCharCode(65 + at)),
    values: values.map((row) => row.map((value, at) => (less.includes(at) ? -value : value))),
  }) satisfies McdaCase

/** Tzeng and Huang 2011. */
const suppliers = caseOf(
  [
    [5, 8, 4],
    [7, 6, 8],
    [8, 8, 6],
    [7, 4, 6],
  ],
  [0.3, 0.4, 0.3],
)

/** Opricovic and Tzeng 2004: risk, of which less is better, and altitude. */
const mountain = caseOf(
  [
    [1, 3000],
    [2, 3750],
    [5, 4500],
  ],
  [1, 1],
  [0],
)

/** Opricovic and Tzeng 2007: six dams on a river; costs, homes, area and villages are the less the better. */
const dams = (swings: readonly number[]) =>
  caseOf(
    [
      [4184.3, 2914, 407.2, 251, 195, 244, 15, 2.41],
      [5211.9, 3630, 501.7, 308.3, 282, 346, 21, 1.41],
      [5021.3, 3920.5, 504, 278.6, 12, 56, 3, 4.42],
      [5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36],
      [5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04],
      [4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36],
    ],
    swings,
    [1, 4, 5, 6],
  )

describe('TOPSIS', () => {
  it('is what was published of four suppliers', () => {
    near(topsis(suppliers, 'vector'), [0.50371966, 0.65808477, 0.74824866, 0.33399744], 1e-8)
  })

  it('has another option first of the published mountain huts when they are scaled in another way', () => {
    near(topsis(mountain, 'range'), [0.5, 0.617, 0.5], 5e-4)
    near(topsis(mountain, 'vector'), [0.762141, 0.722178, 0.237859], 5e-7)
  })
})

describe('VIKOR', () => {
  const of = (given: McdaCase, figure: 'sum' | 'regret' | 'compromise') => vikor(given).map((each) => each[figure])

  it('is what was published of four suppliers', () => {
    near(of(suppliers, 'sum'), [0.6, 0.3, 0.15, 0.65], 1e-12)
    near(of(suppliers, 'regret'), [0.3, 0.2, 0.15, 0.4], 1e-12)
    near(of(suppliers, 'compromise'), [0.75, 0.25, 0, 1], 1e-12)
  })

  it('is what was published of three mountain huts, in whatever units', () => {
    near(of(mountain, 'sum'), [0.5, 0.375, 0.5], 1e-12)
    near(of(mountain, 'compromise'), [1, 0, 1], 1e-12)
  })

  it('is what was published of six dams, by the weights of economists and of those who live there too', () => {
    near(of(dams([1, 1, 1, 1, 1, 1, 1, 1]), 'sum'), [0.692, 0.7, 0.29, 0.423, 0.28, 0.346], 1e-3)
    near(of(dams([1, 1, 1, 1, 1, 1, 1, 1]), 'compromise'), [0.991, 1, 0.473, 0.67, 0, 0.578], 1e-3)
    near(of(dams([2, 2, 2, 2, 1, 1, 1, 1]), 'compromise'), [1, 0.533, 0.552, 0.563, 0, 0.686], 1e-3)
    near(of(dams([1, 1, 1, 1, 2, 2, 2, 2]), 'compromise'), [0.684, 1, 0.147, 0.554, 0.041, 0.191], 1e-3)
    near(of(dams([1, 1, 1, 1, 3.2, 3.2, 3.2, 3.2]), 'compromise'), [0.668, 1, 0.051, 0.588, 0.058, 0.078], 1e-3)
  })

  it('is no number that is none where a weight is nothing, a criterion the same for all, or all are as far off', () => {
    const same = caseOf(
      [
        [1, 0, 3],
        [5, 0, 6],
      ],
      [1, 1, 0],
    )
    near(of(same, 'compromise'), [1, 0], 1e-12)
    const level = caseOf(
      [
        [1, 0],
        [0, 1],
      ],
      [1, 1],
    )
    near(of(level, 'compromise'), [0, 0], 0)
    // 0.1 + 0.2 is not 0.3 by a rounding, which is not made into the difference between the best and the worst.
    const rounded = caseOf(
      [
        [0.1 + 0.2, 1],
        [0.3, 1],
      ],
      [1, 1],
    )
    near(of(rounded, 'compromise'), [0, 0], 0)
  })
})

describe('PROMETHEE II', () => {
  it('is what was published of three options', () => {
    const flows = promethee(
      caseOf(
        [
          [4, 3, 2],
          [3, 2, 4],
          [5, 1, 3],
        ],
        [0.5, 0.3, 0.2],
      ),
    )
    near(
      flows.map(({ net }) => net),
      [0.1, -0.3, 0.2],
      1e-12,
    )
    near(
      flows.map(({ leaving }) => leaving),
      [0.55, 0.35, 0.6],
      1e-12,
    )
    near(
      flows.map(({ entering }) => entering),
      [0.45, 0.65, 0.4],
      1e-12,
    )
  })
})

describe('the weighted product', () => {
  it('is what was published of shares of each criterion', () => {
    const matrix = [
      [25, 20, 15, 30],
      [10, 30, 20, 30],
      [30, 10, 30, 10],
    ]
    const shares = matrix.map((row) => row.map((value, at) => value / ([65, 60, 65, 70][at] ?? 1)))
    near(
      weightedProduct(caseOf(shares, [20, 15, 40, 25])).map(Math.log10),
      [-0.50128589, -0.50448471, -0.52947246],
      1e-8,
    )
  })

  it('is nothing for an option that is nothing on a criterion that counts, and only then', () => {
    const given = (swings: readonly number[]) => weightedProduct(caseOf([[0, 0.9]], swings))
    assert.deepEqual(given([1, 1]), [0])
    assert.deepEqual(given([0, 1]), [0.9])
  })
})
