import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { exampleCase } from '../../../tests/support/decided-record.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { splitDraws, timesChosen } from './draw-portfolios.ts'
import { workOutPortfolio } from './work-out-portfolio.ts'

const solve = await openHighs()

describe('draws of the scores', () => {
  it('are split without a gap, in parts of which none is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 9 }), (draws, parts) => {
        const ranges = splitDraws(draws, parts)
        assert.equal(ranges.length, Math.min(draws, parts))
        assert.deepEqual([ranges[0]?.from, ranges.at(-1)?.to], [0, draws])
        for (const [at, { from, to }] of ranges.entries()) {
          assert.ok(from < to)
          if (at > 0) assert.equal(from, ranges[at - 1]?.to)
        }
      }),
    )
  })

  it('add up to the same in any number of parts', () => {
    const given = exampleCase(12, { draws: 60 })
    const all = timesChosen(given, { from: 0, to: 60 }, solve)
    for (const parts of [2, 3, 7]) {
      const counts = splitDraws(60, parts).map((range) => timesChosen(given, range, solve))
      assert.deepEqual(
        all,
        all.map((_, place) => counts.reduce((sum, part) => sum + (part[place] ?? 0), 0)),
      )
    }
  })

  it('choose what the scores choose each time where scores are sure, also among equals', () => {
    const sure = exampleCase(12, { draws: 40 })
    const candidates = sure.candidates.map((candidate) => ({
      ...candidate,
      totalPercent: 70,
      value: 10_000_000,
      sd: 0,
    }))
    for (const given of [
      { ...sure, candidates: sure.candidates.map((each) => ({ ...each, sd: 0 })) },
      { ...sure, candidates },
    ]) {
      const result = workOutPortfolio(given, solve)
      assert.ok(result.status === 'optimal' && result.inclusion !== null)
      for (const { id, draws } of result.inclusion) assert.equal(draws, result.chosen.includes(id) ? 40 : 0)
    }
  })

  it('choose those oftener that are surer to be ahead', () => {
    const clear = exampleCase(12, { draws: 200, spread: [] })
    const often = (sd: number): number => {
      const given = { ...clear, candidates: clear.candidates.map((candidate) => ({ ...candidate, sd })) }
      const chosen = workOutPortfolio({ ...given, draws: 0 }, solve)
      assert.ok(chosen.status === 'optimal')
      const counts = timesChosen(given, { from: 0, to: 200 }, solve)
      return given.candidates.reduce(
        (sum, { id }, place) => sum + (chosen.chosen.includes(id) ? (counts[place] ?? 0) : 0),
        0,
      )
    }
    assert.ok(often(0) > often(2) && often(2) > often(8))
  })
})
