import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Distribution } from '../uncertainty/index.ts'
import { acceptability, type KnownWeights, type SmaaCase } from './index.ts'

const near = (actual: number | undefined, expected: number, by: number) =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= by, `${actual} is not ${expected}`)

const three: SmaaCase = {
  options: ['A', 'B', 'C'],
  criteria: ['x', 'y', 'z'],
  values: [
    [1, 0.2, 0.4],
    [0.3, 0.9, 0.5],
    [0.5, 0.5, 0.8],
  ],
  weights: 'free',
  samples: 65_536,
  seed: 1,
}

describe('acceptability', () => {
  it('of three options with known values is the areas of the polygons of weights', () => {
    const { rankAcceptability, centralWeights, confidence, pairwise } = acceptability(three)
    const ranks = [
      [89 / 279, 655 / 4464, 265 / 496],
      [149 / 434, 2675 / 10_416, 595 / 1488],
      [1319 / 3906, 9319 / 15_624, 49 / 744],
    ]
    ranks.forEach((row, option) => {
      row.forEach((share, rank) => {
        near(rankAcceptability[option]?.[rank], share, 0.001)
      })
    })
    near(pairwise[0]?.[1], 7 / 16, 0.001)
    near(pairwise[0]?.[2], 25 / 72, 0.001)
    near(pairwise[1]?.[2], 8 / 21, 0.001)
    const central = [
      [185_471 / 297_972, 6047 / 33_108, 29_039 / 148_986],
      [0.189218, 0.607676, 0.203105],
      [0.206742, 0.196763, 0.596495],
    ]
    central.forEach((row, option) => {
      row.forEach((weight, place) => {
        near(centralWeights[option]?.[place], weight, 0.001)
      })
    })
    assert.deepEqual(confidence, [1, 1, 1])
    assert.deepEqual(
      [0, 1, 2].map((at) => pairwise[at]?.[at]),
      [0, 0, 0],
    )
  })

  /** A risk of harm as a value: less is better, from 1 at `best` to 0 at `worst`. */
  const risk = (alpha: number, beta: number, best: number, worst: number): Distribution => {
    const width = worst - best
    return { kind: 'beta', alpha: beta, beta: alpha, low: (worst - 1) / width, high: worst / width }
  }
  const thrombolytics = (weights: KnownWeights) =>
    acceptability({
      options: ['Heparin', 'Enoxaparin'],
      criteria: ['proximal', 'distal', 'bleeding'],
      values: [
        [risk(20, 116, 0, 0.25), risk(40, 96, 0.15, 0.4), risk(1, 135, 0, 0.1)],
        [risk(8, 121, 0, 0.25), risk(32, 97, 0.15, 0.4), risk(5, 124, 0, 0.1)],
      ],
      weights,
      samples: 16_384,
      seed: 1,
    })

  it('of two medicines is near what was published, for each way of knowing the weights', () => {
    const first = (weights: KnownWeights) => thrombolytics(weights).rankAcceptability[0]?.[0]
    near(first('free'), 0.34246, 0.003)
    near(first({ order: ['proximal', 'bleeding', 'distal'] }), 0.13494, 0.003)
    near(first({ exact: [4, 1, 2] }), 0.10342, 0.003)
    near(first({ exact: [0.5, 0.2, 0.3] }), 0.13317, 0.003)
  })

  it('of two medicines has the published central weights, and how sure they are, within their error', () => {
    const { centralWeights, confidence } = thrombolytics('free')
    const published = [
      { weights: [0.1865, 0.2772, 0.5363], sure: 0.6682 },
      { weights: [0.4073, 0.3641, 0.2285], sure: 0.8956 },
    ]
    for (const [option, { weights, sure }] of published.entries()) {
      for (const [place, weight] of weights.entries()) near(centralWeights[option]?.[place], weight, 0.02)
      near(confidence[option] ?? undefined, sure, 0.02)
    }
  })

  it('gives no central weights to an option that never is first, and shares ranks between equals', () => {
    const worse = acceptability({
      ...three,
      values: [
        [1, 1, 1],
        [1, 1, 1],
        [0, 0, 0],
      ],
      samples: 1000,
    })
    assert.equal(worse.centralWeights[2], null)
    assert.equal(worse.confidence[2], null)
    assert.deepEqual(worse.rankAcceptability, [
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ])
    assert.deepEqual(worse.pairwise[0], [0, 0, 1])
  })

  it('has weights for an option that is first once in some ten thousand draws', () => {
    // First only where the first criterion weighs more than 0.99: by the area of that corner, one in 10,000.
    const rare = acceptability({
      ...three,
      options: ['A', 'B'],
      values: [
        [1, 0, 0],
        [0.99, 0.99, 0.99],
      ],
    })
    const share = rare.rankAcceptability[0]?.[0] ?? 0
    assert.ok(share > 0 && share < 0.001, `${share}`)
    assert.ok((rare.centralWeights[0]?.[0] ?? 0) > 0.99)
  })

  it('draws weights that are alike for all criteria, and in their order where it is known', () => {
    const one = { ...three, options: ['A'], values: [[1, 1, 1]] }
    for (const weight of acceptability(one).centralWeights[0] ?? []) near(weight, 1 / 3, 0.001)
    const ordered = acceptability({ ...one, weights: { order: ['z', 'x', 'y'] } }).centralWeights[0]
    near(ordered?.[2], 0.611111, 0.001)
    near(ordered?.[0], 0.277778, 0.001)
    near(ordered?.[1], 0.111111, 0.001)
    const means = [
      [0.520833, 0.270833, 0.145833, 0.0625],
      [0.456667, 0.256667, 0.156667, 0.09, 0.04],
    ]
    for (const published of means) {
      const criteria = published.map((_, at) => `c${at}`)
      const alone = { ...one, criteria, values: [published.map(() => 1)], weights: { order: criteria } }
      const [found] = acceptability(alone).centralWeights
      for (const [place, weight] of published.entries()) near(found?.[place], weight, 0.001)
    }
  })

  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(acceptability({ ...three, samples: 3000 }), acceptability({ ...three, samples: 3000 }))
    assert.notDeepEqual(acceptability({ ...three, samples: 3000 }), acceptability({ ...three, samples: 3000, seed: 2 }))
  })
})
