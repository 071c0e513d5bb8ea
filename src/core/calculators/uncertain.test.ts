import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Calculation } from './index.ts'
import { calculateSimulation } from './simulate.ts'
import { calculateSmaa } from './smaa.ts'

const refusedAt = (result: Calculation) => (result.ok ? [] : result.problems.map(({ at }) => at))

describe('the calculator simulate', () => {
  const line = { id: 'a', distribution: { kind: 'uniform', low: 0, high: 2 }, years: [1] }

  it('gives mean, spread, percentiles and a tornado', () => {
    const result = calculateSimulation({ lines: [line], samples: 1024 })
    assert.ok(result.ok)
    const output = result.output as { mean: number; percentiles: Record<string, number>; tornado: unknown }
    assert.ok(Math.abs(output.mean - 1) < 0.001)
    assert.deepEqual(Object.keys(output.percentiles), ['5', '10', '50', '80', '90', '95'])
    assert.deepEqual(output.tornado, [{ line: 'a', low: 0.2, high: 1.8 }])
  })

  it('refuses what does not fit, and says where', () => {
    const refused = (more: object) => refusedAt(calculateSimulation({ lines: [line], ...more }))
    const other = (distribution: object) => refused({ lines: [{ ...line, distribution }] })
    assert.deepEqual(refused({ lines: [] }), ['/lines'])
    assert.deepEqual(refused({ samples: 0 }), ['/samples'])
    assert.deepEqual(refused({ lines: [line, line] }), ['/lines/1/id'])
    assert.deepEqual(refused({ correlations: [['a', 'b', 0.5]] }), ['/correlations/0/1'])
    assert.deepEqual(refused({ correlations: [['a', 'a', 2]] }), ['/correlations/0/2'])
    assert.deepEqual(other({ kind: 'cauchy' }), ['/lines/0/distribution/kind'])
    assert.deepEqual(other({ kind: 'uniform', low: 2, high: 1 }), ['/lines/0/distribution/low'])
    assert.deepEqual(other({ kind: 'pert', low: 1, mode: 0, high: 2 }), ['/lines/0/distribution/mode'])
    assert.deepEqual(other({ kind: 'normal', mean: 1, sd: -1 }), ['/lines/0/distribution/sd'])
  })
})

describe('the calculator smaa', () => {
  const plain = {
    options: ['A', 'B'],
    criteria: ['x', 'y'],
    values: [
      [1, 0],
      [0, 1],
    ],
    samples: 1024,
  }

  it('gives ranks, central weights, confidence and pairs', () => {
    const result = calculateSmaa(plain)
    assert.ok(result.ok)
    assert.deepEqual(Object.keys(result.output as object), [
      'rankAcceptability',
      'centralWeights',
      'confidence',
      'pairwise',
    ])
  })

  it('refuses what does not fit, and says where', () => {
    const refused = (more: object) => refusedAt(calculateSmaa({ ...plain, ...more }))
    assert.deepEqual(refused({ values: [[1, 0]] }), ['/values'])
    assert.deepEqual(refused({ values: [[1, 0], [0]] }), ['/values/1'])
    assert.deepEqual(
      refused({
        values: [
          [1, 'x'],
          [0, 1],
        ],
      }),
      ['/values/0/1/kind'],
    )
    assert.deepEqual(refused({ weights: 'some' }), ['/weights'])
    assert.deepEqual(refused({ weights: { order: ['x', 'x'] } }), ['/weights/order'])
    assert.deepEqual(refused({ weights: { exact: [0, 0] } }), ['/weights/exact'])
    assert.deepEqual(refused({ options: ['A', 'A'] }), ['/options/1'])
  })
})
