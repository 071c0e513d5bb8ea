import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { unfitForecast } from './forecast-range.ts'

const years = [2026, 2027] as const
const cell = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null })
const row = fc.record({ low: cell, central: cell, high: cell })
const content = (
  kind: string,
  question: string,
  { low, central, high }: typeof row extends fc.Arbitrary<infer R> ? R : never,
) => ({
  kind,
  [question]: [{ row: 'year-2027', low, central, high }],
})

describe('the forecast of a benefit', () => {
  it('is in its order wherever sorting its figures leaves them as they are, and has a central one', () => {
    fc.assert(
      fc.property(row, fc.constantFrom('cashable', 'absence'), (figures, kind) => {
        const question = kind === 'cashable' ? 'pounds' : 'figures'
        const given = [figures.low, figures.central, figures.high].filter((figure) => figure !== null)
        const sorted = given.toSorted((one, other) => one - other)
        const fits = given.length === 0 || (figures.central !== null && given.every((each, at) => each === sorted[at]))
        const found = unfitForecast(years, content(kind, question, figures))
        assert.equal(found.length === 0, fits)
        for (const { field, text } of found) {
          assert.match(field, new RegExp(`^${question}-1-(low|central|high)$`))
          assert.match(text, /^2027 to 2028: /)
        }
      }),
    )
  })

  it('is looked at in pounds for money and in figures for what is measured, and years that are none are left alone', () => {
    const turned = { low: 3, central: 2, high: 1 }
    assert.deepEqual(unfitForecast(years, content('absence', 'pounds', turned)), [])
    assert.deepEqual(unfitForecast(years, { kind: 'cashable', pounds: [{ row: 'year-1999', ...turned }] }), [])
    assert.deepEqual(unfitForecast(years, { kind: 'cashable' }), [])
  })
})
