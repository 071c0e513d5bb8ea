import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cohortOf } from './cohort.ts'
import type { Benefit } from './read-benefits.ts'

const benefit = (id: string, central: number, changes: Partial<Benefit> = {}): Benefit => ({
  id,
  title: id,
  kind: 'cashable',
  isMoney: true,
  definition: '',
  measure: id,
  unit: '£',
  owner: '',
  fallsTo: '',
  line: id,
  baseline: { value: 0, on: '2024-03-31', source: '' },
  target: { value: 0, on: '2027-03-31' },
  forecast: [{ year: 2024, low: central / 2, central, high: central * 1.5 }],
  attribution: 1,
  optimism: 0,
  overlaps: [],
  ...changes,
})

const actual = (of: string, value: number, confirmed = true) => ({
  id: `${of}-${value}`,
  version: 1,
  benefit: of,
  year: 2024,
  value,
  until: '2025-03-31',
  evidence: '',
  link: '',
  files: [],
  confirmed,
})

describe('the benefits of a fund', () => {
  const cohort = cohortOf([
    { of: 'Alder', benefits: [benefit('a', 100), benefit('b', 40, { line: 'a' })], actuals: [actual('a', 80)] },
    { of: 'Birch', benefits: [benefit('a', 100)], actuals: [actual('a', 20), actual('a', 5, false)] },
  ])

  it('are those of its awards, each with what it counts twice left out', () => {
    assert.deepEqual([cohort.forecast, cohort.confirmed, cohort.unconfirmed], [200, 100, 5])
    assert.deepEqual(cohort.years, [{ year: 2024, forecast: 200, confirmed: 100, unconfirmed: 5 }])
    assert.deepEqual(
      cohort.awards.map(({ rollUp }) => rollUp.forecast),
      [100, 100],
    )
  })

  it('say how far forecasts were out: 0.8 and 0.2 of what was expected, one of two in its range', () => {
    assert.deepEqual(cohort.optimism, [{ kind: 'cashable', n: 2, mean: 0.5, median: 0.5 }])
    assert.equal(cohort.withinRange, 0.5)
    assert.equal(cohort.outturns.length, 3)
  })

  it('are nothing without awards', () => {
    const none = cohortOf([])
    assert.deepEqual([none.forecast, none.years, none.optimism, none.withinRange], [0, [], [], undefined])
  })
})
