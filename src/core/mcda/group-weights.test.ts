import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { groupWeights } from './group-weights.ts'

const close = (found: readonly number[], expected: readonly number[]) => {
  assert.equal(found.length, expected.length)
  for (const [index, weight] of found.entries()) assert.ok(Math.abs(weight - (expected[index] ?? 0)) < 1e-12)
}

describe('weights of a group', () => {
  it('of one person are their own: the published swings of 2 and 2 give 4/7, 2/7 and 1/7', () => {
    const found = groupWeights([{ person: 'a', swings: [100, 50, 25] }])
    close(
      found.map(({ mean }) => mean),
      [4 / 7, 2 / 7, 1 / 7],
    )
    assert.deepEqual(
      found.map(({ furthest }) => furthest),
      [null, null, null],
    )
  })

  it('count each person the same, however many points they gave', () => {
    const found = groupWeights([
      { person: 'a', swings: [100, 0] },
      { person: 'b', swings: [1, 3] },
    ])
    close(
      found.map(({ mean }) => mean),
      [0.625, 0.375],
    )
    assert.deepEqual([found[0]?.lowest, found[0]?.highest], [0.25, 1])
  })

  it('name who is furthest from the rest', () => {
    const found = groupWeights([
      { person: 'a', swings: [50, 50] },
      { person: 'b', swings: [50, 50] },
      { person: 'c', swings: [90, 10] },
    ])
    assert.deepEqual(
      found.map(({ furthest }) => furthest),
      ['c', 'c'],
    )
  })

  it('are together 1, and between what anybody gave', () => {
    const swings = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(swings, { minLength: 1, maxLength: 6 }), (all) => {
        const found = groupWeights(all.map((each, index) => ({ person: String(index), swings: each })))
        assert.ok(Math.abs(found.reduce((sum, { mean }) => sum + mean, 0) - 1) < 1e-9)
        for (const { mean, lowest, highest } of found) assert.ok(lowest - 1e-12 <= mean && mean <= highest + 1e-12)
      }),
    )
  })

  it('are not made of nothing', () => {
    assert.throws(() => groupWeights([{ person: 'Ada', swings: [0, 0] }]), /the swings of Ada/)
    assert.throws(() => groupWeights([{ person: 'Ada', swings: [5, -1] }]), RangeError)
    assert.throws(() => groupWeights([{ person: 'Ada', swings: [Number.NaN, 1] }]), RangeError)
    assert.deepEqual(groupWeights([]), [])
  })
})
