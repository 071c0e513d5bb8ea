import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cutoff } from './cutoff.ts'

const monthsBefore = (months: number, at: string): string =>
  cutoff({ months, after: 'ended' }, new Date(at)).toISOString().slice(0, 10)

describe('cutoff', () => {
  it('goes back whole months and days, to the time of day', () => {
    assert.equal(
      cutoff({ months: 24, after: 'ended' }, new Date('2026-11-26T18:00:01Z')).toISOString(),
      '2024-11-26T18:00:01.000Z',
    )
    assert.equal(
      cutoff({ days: 30, after: 'ended' }, new Date('2026-03-01T00:00:00Z')).toISOString(),
      '2026-01-30T00:00:00.000Z',
    )
  })

  it('ends in the last day of a shorter month', () => {
    assert.equal(monthsBefore(1, '2026-03-31T12:00:00Z'), '2026-02-28')
    assert.equal(monthsBefore(1, '2028-03-30T12:00:00Z'), '2028-02-29')
    assert.equal(monthsBefore(12, '2028-02-29T12:00:00Z'), '2027-02-28')
    assert.equal(monthsBefore(84, '2033-01-01T00:00:00Z'), '2026-01-01')
  })
})
