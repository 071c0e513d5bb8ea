import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { appraise } from './appraise.ts'
import type { CashLine, Prices } from './cash-line.ts'
import { discountFactors, discountSchedules, presentValue } from './discount-schedule.ts'
import { inflationFactors } from './inflation.ts'
import { appraisedOption, byYear, reconcile } from './ledgers.ts'

const schedule = discountSchedules['green-book-2026']
const pricesOf = (years: number, yearly = 0.02): Prices => ({
  inflation: inflationFactors({ index: { 2026: 1 }, after: yearly }, 2026, years),
  discount: discountFactors(schedule, years),
})

const line = (over: Partial<CashLine>): CashLine => ({
  id: 'staff',
  kind: 'cost',
  bearer: 'council',
  nature: 'resource',
  basis: 'real',
  pounds: [1000, 1000],
  ...over,
})

const near = (found: number, expected: number, words = '') =>
  assert.ok(Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected)), `${words} ${found}, not ${expected}`)

const anyLine = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('cost', 'income', 'benefit'),
  bearer: fc.constantFrom('council', 'other-public', 'society'),
  nature: fc.constantFrom('resource', 'transfer', 'depreciation', 'sunk', 'not-cash'),
  basis: fc.constantFrom('real', 'nominal'),
  relativeGrowth: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
  optimismBias: fc.double({ min: 0, max: 1, noNaN: true }),
  pounds: fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
}) as fc.Arbitrary<CashLine>

describe('two ledgers from one table', () => {
  it('agree line by line: what lies between them adds up', () => {
    const prices = pricesOf(12)
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        for (const row of reconcile(lines, prices)) {
          const { economic, discounting, accountsOnly, notInAccounts, inflation, financial } = row
          near(economic + discounting + accountsOnly + notInAccounts + inflation, financial)
        }
      }),
    )
  })

  it('by line and by year come to the same', () => {
    const prices = pricesOf(12)
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const rows = reconcile(lines, prices)
        const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
        const { economic, financial } = byYear(lines, prices)
        near(
          presentValue(economic, prices.discount),
          sum((row) => row.economic),
        )
        near(
          financial.reduce((all, pounds) => all + pounds, 0),
          sum((row) => row.financial),
        )
      }),
    )
  })

  it('give the appraisal what the economic ledger comes to', () => {
    const prices = pricesOf(12)
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const [result] = appraise(schedule, [appraisedOption('x', lines, prices)], 'x')
        const economic = reconcile(lines, prices).reduce((all, row) => all + row.economic, 0)
        near(result?.npsv ?? Number.NaN, economic)
      }),
    )
  })

  it('hold recoverable VAT and depreciation apart from what the council uses', () => {
    const prices = pricesOf(2, 0.1)
    const rows = reconcile(
      [
        line({}),
        line({ id: 'vat', nature: 'transfer', pounds: [200, 200] }),
        line({ id: 'depreciation', nature: 'depreciation', pounds: [0, 50] }),
        line({ id: 'written off', nature: 'sunk', pounds: [500, 0] }),
        line({ id: 'young people', kind: 'benefit', bearer: 'society', nature: 'not-cash', pounds: [0, 300] }),
      ],
      prices,
    )
    const found = rows.map(({ economic, financial }) =>
      [economic, financial].map((pounds) => Number(pounds.toFixed(2))),
    )
    assert.deepEqual(found, [
      [-1966.18, -2100],
      [0, -420],
      [0, -55],
      [0, 0],
      [289.86, 0],
    ])
  })

  it('take a nominal line back to the pounds of year 0 before discounting it', () => {
    const [row] = reconcile([line({ basis: 'nominal', pounds: [0, 1020] })], pricesOf(2))
    near(row?.economic ?? Number.NaN, -1000 / 1.035)
    near(row?.financial ?? Number.NaN, -1020)
  })

  it('raise costs and lower benefits by what is left of optimism bias', () => {
    const prices = pricesOf(1)
    const [cost, benefit] = reconcile(
      [
        line({ pounds: [100], optimismBias: 0.41 }),
        line({ kind: 'benefit', nature: 'not-cash', pounds: [100], optimismBias: 0.1 }),
      ],
      prices,
    )
    near(cost?.economic ?? Number.NaN, -141)
    near(benefit?.economic ?? Number.NaN, 90)
  })

  it('set incomes of the council against its costs, and not among the benefits', () => {
    const option = appraisedOption(
      'x',
      [line({ pounds: [100] }), line({ id: 'fees', kind: 'income', pounds: [30] })],
      pricesOf(1),
    )
    assert.deepEqual([option.publicCosts, option.otherCosts, option.benefits], [[70], [], []])
  })

  it('are refused where a line goes on for longer than prices are known', () => {
    assert.throws(() => reconcile([line({ pounds: [1, 1, 1] })], pricesOf(2)), /“staff” has 3 years/)
    assert.throws(() => byYear([line({ pounds: [1, 1, 1] })], pricesOf(2)), /prices for 2/)
  })
})
