import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleCase } from '../../../tests/support/decided-record.ts'
import { brokenSpread } from './check-portfolio.ts'

const given = exampleCase(12, {
  spread: [
    { basis: 'region', value: '', least: null, most: 1 },
    { basis: 'authority-type', value: 'county', least: 1, most: null },
    { basis: 'delivery-model', value: 'mutual', least: null, most: 0 },
  ],
})
const found = (chosen: readonly string[]) =>
  brokenSpread(given, chosen).map(({ rule, value, count }) => [given.spread.indexOf(rule), value, count])

describe('rules of spread that awards break', () => {
  it('are none where each is kept to', () => {
    assert.deepEqual(found(['id-1', 'id-2']), [])
  })

  it('are named with the value of which there are too many, or too few', () => {
    assert.deepEqual(found(['id-1', 'id-7']), [[0, 'London', 2]])
    assert.deepEqual(found(['id-2']), [[1, 'county', 0]])
    assert.deepEqual(found(['id-1', 'id-8']), [[2, 'mutual', 1]])
    assert.deepEqual(found(['id-4', 'id-10']), [
      [0, 'London', 2],
      [1, 'county', 0],
      [2, 'mutual', 1],
    ])
  })
})
