import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../../canonical/index.ts'
import type { SheetEntry } from '../../sheets/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { appraisalOf, atOtherRates } from './index.ts'

const entry = (id: string, content: Record<string, Json>): SheetEntry => ({ id, version: 1, content })
const line = (id: string, option: string, yearly: readonly number[]): SheetEntry =>
  entry(id, {
    option,
    title: id,
    kind: 'cost',
    bearer: 'council',
    nature: 'resource',
    basis: 'real',
    pounds: yearly.map((amount, at) => ({ row: `year-${at}`, amount })),
  })

/** Business as usual costs as much every year; the mutual costs more now and less for ever after. */
const record = (years: number): ReviewRecord => ({
  depth: 'standard',
  sheets: {
    options: [
      entry('usual', { title: 'usual', model: 'in-house-as-is', description: 'x' }),
      entry('mutual', { title: 'mutual', model: 'mutual', description: 'x' }),
    ],
    money: [entry('page', { first: 2026, years, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
    lines: [
      line(
        'costs',
        'usual',
        Array.from({ length: years + 1 }, () => 1000),
      ),
      line('start', 'mutual', [1000 + 8450, ...Array.from({ length: years }, () => 0)]),
    ],
  },
})

/** What a pound a year is worth, from the first year after the decision on: the closed form of an annuity. */
const annuity = (rate: number, years: number): number => (1 - (1 + rate) ** -years) / rate

describe('a review at other rates', () => {
  it('is the annuity at 3.0% over ten years, where another option is worth more than at 3.5%', () => {
    const [proposed, ...more] = atOtherRates(record(10))
    assert.deepEqual(more, [])
    assert.equal(proposed?.schedule, 'review-2026-proposal')
    const [usual = 0, mutual = 0] = proposed.npsv
    assert.ok(Math.abs(usual + 1000 + 1000 * annuity(0.03, 10)) < 1e-6, String(usual))
    assert.equal(mutual, -9450)
    assert.ok(mutual > usual, 'at 3.0% the mutual costs less')
    const own = appraisalOf(record(10))?.options.map(({ economic }) => economic.npsv) ?? []
    assert.ok((own[0] ?? 0) > (own[1] ?? 0), 'at 3.5% business as usual costs less')
  })

  it('is tried without pure time preference too beyond fifty years', () => {
    const names = (years: number) => atOtherRates(record(years)).map(({ schedule }) => schedule)
    assert.deepEqual(names(50), ['review-2026-proposal'])
    assert.deepEqual(names(51), ['review-2026-proposal', 'tag-2026-lower-rate'])
    const [, lower] = atOtherRates(record(60))
    // Thirty years at 3.0%, thirty more at 2.57%.
    const worth = annuity(0.03, 30) + annuity(0.0257, 30) / 1.03 ** 30
    assert.ok(Math.abs((lower?.npsv[0] ?? 0) + 1000 + 1000 * worth) < 1e-6)
  })

  it('is nothing where there is nothing to measure against', () => {
    assert.deepEqual(atOtherRates({ depth: 'standard', sheets: {} }), [])
  })
})
