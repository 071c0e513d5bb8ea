import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countErrors, type Deed, partByOutage, quantile, spreadOf } from './figures.ts'

const deed = (startedAt: number, endedAt: number, errors: readonly string[] = []): Deed => ({
  kind: 'save',
  startedAt,
  endedAt,
  errors,
})

describe('figures of how long people waited', () => {
  it('are by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
    assert.deepEqual(
      [0.5, 0.95, 0.99, 1].map((share) => quantile(hundred, share)),
      [50, 95, 99, 100],
    )
    assert.equal(quantile([4, 1, 3, 2], 0.5), 2)
    assert.equal(quantile([], 0.99), 0)
    // 9 is less than 10 as a number, and more as text.
    assert.equal(spreadOf([deed(0, 10), deed(5, 14), deed(1, 101)]).p50, 10)
  })

  it('count from the first try to the answer', () => {
    assert.deepEqual(spreadOf([deed(100, 3_100, ['status 503', 'ECONNRESET'])]), {
      count: 1,
      p50: 3_000,
      p95: 3_000,
      p99: 3_000,
      longest: 3_000,
    })
  })
})

describe('an outage', () => {
  const outages = [
    { what: 'first', from: 1_000, to: 2_000 },
    { what: 'second', from: 5_000, to: 6_000 },
  ]

  it('has every deed of which any part lay in it, each deed once', () => {
    const before = deed(0, 999)
    const into = deed(900, 1_000)
    const within = deed(1_200, 1_300)
    const over = deed(500, 2_500)
    const outOf = deed(2_000, 2_100)
    const after = deed(2_001, 4_999)
    const both = deed(1_500, 5_500)
    const second = deed(5_999, 7_000)
    const { clear, hit } = partByOutage([before, into, within, over, outOf, after, both, second], outages)
    assert.deepEqual(clear, [before, after])
    assert.deepEqual(hit, [[into, within, over, outOf, both], [second]])
  })

  it('hides nothing when there was none', () => {
    const deeds = [deed(0, 1), deed(1, 2)]
    assert.deepEqual(partByOutage(deeds, []), { clear: deeds, hit: [] })
  })
})

describe('errors', () => {
  it('are counted by kind, each try by itself', () => {
    assert.deepEqual(countErrors([deed(0, 1, ['a', 'b', 'b']), deed(0, 1), deed(0, 1, ['b'])]), [
      ['b', 3],
      ['a', 1],
    ])
  })
})
