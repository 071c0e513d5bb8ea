import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type IdPair, linkageOf } from './index.ts'

const near = (actual: number | undefined, expected: number) =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)

/** Pairs from who reads each application. */
const pairsOf = (...readers: readonly (readonly string[])[]): readonly IdPair[] =>
  readers.flatMap((those, place) => those.map((id): IdPair => [`E${place}`, id]))

describe('how well assessors are linked', () => {
  it('is by all applications where everybody reads them all', () => {
    const all = linkageOf(pairsOf(...Array.from({ length: 7 }, () => ['A', 'B', 'C', 'D'])))
    near(all?.asMany, 7)
    near(all?.weakest?.asMany, 7)
    assert.equal(all?.weakest?.common, 7)
  })

  it('adds up along a chain: each step is one application in common, and two steps are half as good', () => {
    const chain = linkageOf(pairsOf(['A', 'B'], ['B', 'C']))
    assert.deepEqual(chain?.weakest?.between, ['A', 'C'])
    near(chain?.weakest?.asMany, 1 / 2)
    assert.equal(chain?.weakest?.common, 0)
    // Resistances of 2, 2 and 4 have a mean of 8 / 3.
    near(chain?.asMany, 2 / (8 / 3))
  })

  it('is that of two ways at once round a ring', () => {
    // Next to one another: 2 × 5 / 6. Opposite: 2 × 3 × 3 / 6.
    const ring = linkageOf(pairsOf(...[0, 1, 2, 3, 4, 5].map((at) => [`A${at}`, `A${(at + 1) % 6}`])))
    near(ring?.weakest?.asMany, 2 / 3)
    const resistances = [1, 2, 3, 4, 5].map((steps) => (2 * steps * (6 - steps)) / 6)
    near(ring?.asMany, 2 / (resistances.reduce((sum, each) => sum + each) / 5))
  })

  it('is worth one application where all have read one in common, whatever else each reads alone', () => {
    near(linkageOf(pairsOf(['A', 'B', 'C', 'D', 'E'], ['A'], ['A'], ['E']))?.asMany, 1)
  })

  it('is the variance of least squares, found by adding an assessor at a time', () => {
    // Two scores each of A and B in common, and a third application that B shares with C alone: 2 / 2 and 2 / 1 in a row.
    near(linkageOf(pairsOf(['A', 'B'], ['A', 'B'], ['B', 'C']))?.weakest?.asMany, 2 / (2 / 2 + 2 / 1))
  })

  it('is none between groups that no application links, and there is nothing to compare with one assessor', () => {
    assert.deepEqual(linkageOf(pairsOf(['A', 'B'], ['C', 'D'])), { groups: 2, asMany: 0, weakest: undefined })
    assert.equal(linkageOf(pairsOf(['A'], ['A'])), undefined)
    assert.equal(linkageOf([]), undefined)
  })

  it('never gets worse when somebody reads one more, and is the same in any order', () => {
    const read = fc.array(fc.subarray(['A', 'B', 'C', 'D', 'E'], { minLength: 1 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(read, fc.nat(), fc.constantFrom('A', 'B', 'C', 'D', 'E'), (readers, at, more) => {
        const before = linkageOf(pairsOf(...readers, ['A', 'B', 'C', 'D', 'E']))
        const place = at % readers.length
        const added = readers.map((those, index) => (index === place ? [...new Set([...those, more])] : those))
        const after = linkageOf(pairsOf(['E', 'D', 'C', 'B', 'A'], ...added.toReversed()))
        assert.ok(before?.weakest && after?.weakest)
        assert.ok(after.asMany >= before.asMany - 1e-9)
        assert.ok(after.weakest.asMany >= before.weakest.asMany - 1e-9)
      }),
      { numRuns: 200 },
    )
  })
})
