import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { optimismEvidence, outturnsOf, shareWithinRange } from './outturn.ts'
import type { Benefit } from './read-benefits.ts'
import { rollUpOf } from './roll-up.ts'

const saving: Benefit = {
  id: 'premises',
  title: 'Premises',
  kind: 'cashable',
  isMoney: true,
  definition: '',
  measure: 'ledger',
  unit: '£',
  owner: '',
  fallsTo: '',
  line: 'Premises',
  baseline: { value: 100, on: '2024-03-31', source: '' },
  target: { value: 60, on: '2027-03-31' },
  forecast: [
    { year: 2024, low: 80, central: 100, high: 120 },
    { year: 2025, low: 160, central: 200, high: 240 },
  ],
  attribution: 0.5,
  optimism: 0.2,
  overlaps: [],
}

const actual = (year: number, value: number, confirmed = true, until = `${year}-09-30`) => ({
  id: `${year}-${value}`,
  version: 1,
  benefit: 'premises',
  year,
  value,
  until,
  evidence: '',
  link: '',
  files: [],
  confirmed,
})

describe('forecast against outturn', () => {
  it('adds up the money of a year and says whether it fell in the range', () => {
    const [first, second] = outturnsOf([saving], [actual(2024, 50), actual(2024, 30), actual(2025, 150)])
    assert.deepEqual([first?.actual, first?.difference, first?.withinRange], [80, -20, true])
    assert.deepEqual([second?.actual, second?.difference, second?.withinRange], [150, -50, false])
  })

  it('takes the last reading of a measure, whenever it was written down', () => {
    const survey: Benefit = { ...saving, isMoney: false, kind: 'satisfaction' }
    const [first] = outturnsOf([survey], [actual(2024, 90, true, '2025-03-01'), actual(2024, 70, true, '2024-06-01')])
    assert.equal(first?.actual, 90)
  })

  it('keeps what finance has not confirmed apart', () => {
    const [first] = outturnsOf([saving], [actual(2024, 80, false)])
    assert.deepEqual([first?.actual, first?.unconfirmed, first?.withinRange], [undefined, 80, undefined])
  })

  it('sets money of a year that was not forecast against nothing', () => {
    const third = outturnsOf([saving], [actual(2026, 40)]).find(({ year }) => year === 2026)
    assert.deepEqual([third?.central, third?.difference, third?.withinRange], [0, 40, undefined])
  })
})

describe('what is learned of forecasts', () => {
  it('is the share of known outturns in their range', () => {
    const known = outturnsOf([saving], [actual(2024, 100), actual(2025, 10)])
    assert.equal(shareWithinRange(known), 0.5)
    assert.equal(shareWithinRange(outturnsOf([saving], [])), undefined)
    // One figure is no range: neither hitting nor missing it says how good ranges are.
    const sure = {
      ...saving,
      forecast: saving.forecast.map((year) => ({ ...year, low: year.central, high: year.central })),
    }
    for (const pounds of [100, 99])
      assert.equal(shareWithinRange(outturnsOf([sure], [actual(2024, pounds)])), undefined)
    assert.equal(shareWithinRange(outturnsOf([saving], [actual(2024, 100), actual(2026, 40)])), 1)
  })

  it('is outturn over forecast by kind: mean and median, with how many', () => {
    const ratio = (kind: 'cashable' | 'cost-avoided', of: number) => ({
      kind,
      isMoney: true,
      central: 200,
      actual: 200 * of,
    })
    const evidence = optimismEvidence([
      ratio('cashable', 0.25),
      ratio('cashable', 1),
      ratio('cashable', 0.75),
      ratio('cost-avoided', 0.25),
      ratio('cost-avoided', 0.5),
    ])
    assert.deepEqual(evidence, [
      { kind: 'cashable', n: 3, mean: 2 / 3, median: 0.75 },
      { kind: 'cost-avoided', n: 2, mean: 0.375, median: 0.375 },
    ])
  })

  it('leaves out what is not known, is no money or was forecast as nothing', () => {
    const left = [
      { kind: 'cashable', isMoney: true, central: 100, actual: undefined },
      { kind: 'absence', isMoney: false, central: 8, actual: 7 },
      { kind: 'cashable', isMoney: true, central: 0, actual: 10 },
    ] as const
    assert.deepEqual(optimismEvidence(left), [])
  })
})

describe('the money of an award', () => {
  it('is what is due to it: the forecast less its optimism, and outturns as they are', () => {
    const { years, forecast, confirmed, unconfirmed } = rollUpOf([saving], [actual(2024, 80), actual(2025, 60, false)])
    assert.deepEqual(years, [
      { year: 2024, forecast: 40, confirmed: 40, unconfirmed: 0 },
      { year: 2025, forecast: 80, confirmed: 0, unconfirmed: 30 },
    ])
    assert.deepEqual([forecast, confirmed, unconfirmed], [120, 40, 30])
  })

  it('does not change when a benefit is written a second time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (central) => {
        const one = { ...saving, forecast: [{ year: 2024, low: central, central, high: central }] }
        const again = { ...one, id: 'again', title: 'The same again' }
        assert.equal(rollUpOf([one, again], []).forecast, rollUpOf([one], []).forecast)
        assert.deepEqual(
          rollUpOf([one, again], []).leftOut.map(({ for: other }) => other),
          ['premises'],
        )
      }),
    )
  })
})
