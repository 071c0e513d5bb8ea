import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { drawing, rising, steady, stepped } from './arrivals.ts'

/** How many lie between two times. */
const within = (times: readonly number[], from: number, to: number): number =>
  times.filter((time) => time >= from && time < to).length

describe('arrivals at a rising rate', () => {
  const arrivals = rising({ count: 9_000, seconds: 360, times: 10 })

  it('are so many, in order, within the time', () => {
    assert.equal(arrivals.length, 9_000)
    assert.ok(arrivals.every((time, index) => index === 0 || time > (arrivals[index - 1] ?? 0)))
    assert.ok((arrivals[0] ?? -1) > 0 && (arrivals.at(-1) ?? 361) < 360)
  })

  it('are as many in each part as the integral of the rate', () => {
    // The rate is r·10^(t/360), and 9,000 in all: what lies before t is 9,000·(10^(t/360) − 1) / 9.
    for (const seconds of [60, 180, 300]) {
      assert.ok(Math.abs(within(arrivals, 0, seconds) - (9_000 * (10 ** (seconds / 360) - 1)) / 9) <= 1)
    }
  })

  it('end at so many times the rate of the beginning', () => {
    const ends = within(arrivals, 359, 360) / within(arrivals, 0, 1)
    assert.ok(ends > 9 && ends < 11, String(ends))
  })

  it('are even when the rate does not grow', () => {
    assert.deepEqual(rising({ count: 4, seconds: 8, times: 1 }), [1, 3, 5, 7])
  })
})

describe('arrivals at a steady rate', () => {
  it('are so many a second, and one step begins where the last ended', () => {
    assert.deepEqual(steady({ seconds: 2, perSecond: 2 }), [0.25, 0.75, 1.25, 1.75])
    const steps = stepped([10, 50, 100], 100)
    assert.deepEqual([within(steps, 0, 100), within(steps, 100, 200), within(steps, 200, 300)], [1_000, 5_000, 10_000])
    assert.equal(steps.length, 16_000)
  })
})

describe('drawn numbers', () => {
  it('are the same for the same seed, others for another, and spread over 0 to 1', () => {
    const [one, same, other] = [drawing(7), drawing(7), drawing(8)]
    const drawn = Array.from({ length: 1_000 }, one)
    assert.deepEqual(drawn, Array.from({ length: 1_000 }, same))
    assert.notEqual(drawn[0], other())
    assert.ok(drawn.every((number) => number >= 0 && number < 1))
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inTenth = within(drawn, tenth / 10, (tenth + 1) / 10)
      assert.ok(inTenth > 60 && inTenth < 140, `${inTenth} in tenth ${tenth}`)
    }
  })
})
