import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../../canonical/index.ts'
import type { SheetEntry } from '../../sheets/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { appraisalOf } from './appraise-review.ts'
import { distributionOf, shareQuestion } from './distribution.ts'
import { impliedPrices } from './implied-price.ts'

const entry = (id: string, content: Record<string, Json>): SheetEntry => ({ id, version: 1, content })
const every = (pounds: number): Json =>
  Array.from({ length: 11 }, (_, year) => ({ row: `year-${year}`, amount: pounds }))
const line = (id: string, option: string, kind: string, pounds: number): SheetEntry =>
  entry(id, {
    option,
    title: id,
    kind,
    bearer: kind === 'benefit' ? 'society' : 'council',
    nature: kind === 'benefit' ? 'not-cash' : 'resource',
    basis: 'real',
    pounds: every(pounds),
  })

const record = (
  groups: readonly SheetEntry[],
  lines: readonly SheetEntry[] = [],
  median: Json = 35_000,
): ReviewRecord => ({
  depth: 'standard',
  sheets: {
    money: [
      entry('page', {
        first: 2026,
        years: 10,
        schedule: 'green-book-2026',
        deflators: 'hmt-2025-12',
        unit: 'places',
        units: 40,
        median,
      }),
    ],
    options: [
      entry('today', { title: 'As it is', model: 'in-house-as-is', description: 'x' }),
      entry('mutual', { title: 'Mutual', model: 'mutual', description: 'x' }),
    ],
    lines: [
      line('cost', 'today', 'cost', 1000),
      line('reached', 'today', 'benefit', 1500),
      line('price', 'mutual', 'cost', 1200),
      line('helped', 'mutual', 'benefit', 1500),
      ...lines,
    ],
    groups,
  },
})

const group = (id: string, income: Json, shares: Record<string, Json>): SheetEntry =>
  entry(id, {
    title: id,
    income,
    ...Object.fromEntries(Object.entries(shares).map(([option, share]) => [shareQuestion(option), share])),
  })

const appraised = (given: ReviewRecord) => appraisalOf(given) ?? assert.fail('nothing is appraised')
const near = (value: number | undefined | null, wanted: number, within = 1e-6): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) <= within, `${value} is not ${wanted}`)

describe('the implied price of benefits without one', () => {
  it('is what makes an option as good as the best when it is added every year', () => {
    const implied = impliedPrices(appraised(record([])))
    assert.equal(implied?.best.id, 'today')
    const [mutual] = implied?.others ?? []
    near(mutual?.aYear, 200)
    near(mutual?.ofOne, 5)
    // 1 in year 0 and the published annuity of ten years.
    near(mutual?.presentValue, 200 * (1 + 8.316605), 1e-3)
    const added = appraised(record([], [line('unpriced', 'mutual', 'benefit', mutual?.aYear ?? 0)]))
    near(added.options[0]?.economic.npsv, added.options[1]?.economic.npsv ?? Number.NaN)
  })

  it('is of nothing where there is nothing to compare', () => {
    const given = record([])
    const alone = { ...given, sheets: { ...given.sheets, lines: [line('cost', 'today', 'cost', 1)] } }
    assert.equal(impliedPrices(appraised(alone)), undefined)
  })
})

describe('who gets the benefits', () => {
  // Published: at a median of 35,000 a pound counts 2.0699 at 20,000 and .4962 at 60,000.
  const groups = [group('poorer', 20_000, { today: 50, mutual: 100 }), group('richer', 60_000, { today: 50 })]
  const of = (given: ReviewRecord) => distributionOf(given, appraised(given))

  it('weights them by incomes, beside what is not weighted', () => {
    const given = record(groups)
    const found = of(given)
    near(found?.groups[0]?.weight, 2.0699, 5e-5)
    near(found?.groups[1]?.weight, 0.4962, 5e-5)
    const benefits = 1500 * (1 + 8.316605)
    const [today, mutual] = found?.options ?? []
    near((today?.weighted ?? 0) - (today?.npsv ?? 0), benefits * (0.5 * 1.0699 - 0.5 * 0.5038), 1)
    near((mutual?.weighted ?? 0) - (mutual?.npsv ?? 0), benefits * 1.0699, 1)
    near(today?.npsv, appraised(given).options[0]?.economic.npsv ?? Number.NaN)
  })

  it('counts what goes to nobody named, and to those with the median income, as it is', () => {
    for (const given of [
      record([group('some', 20_000, {})]),
      record([group('middle', 35_000, { today: 70, mutual: 10 })]),
    ])
      for (const { npsv, weighted } of of(given)?.options ?? []) near(weighted, npsv)
  })

  it('does not weight an option whose benefits were given out twice', () => {
    const found = of(record([...groups, group('more', 30_000, { today: 0.5 })]))
    assert.deepEqual(
      found?.overshared.map(({ id }) => id),
      ['today'],
    )
    assert.deepEqual(
      found?.options.map(({ option }) => option.id),
      ['mutual'],
    )
    const thirds = [33.3, 33.3, 33.4].map((share, at) => group(`g${at}`, 20_000, { today: share, mutual: 0 }))
    assert.deepEqual(of(record(thirds))?.overshared, [])
  })

  it('is not asked before there are a group and a median', () => {
    assert.equal(of(record([])), undefined)
    assert.equal(of(record(groups, [], 'about 35,000')), undefined)
    assert.equal(of(record(groups, [], 0)), undefined)
  })
})
