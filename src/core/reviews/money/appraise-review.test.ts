import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../../canonical/index.ts'
import type { SheetEntry } from '../../sheets/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { appraisalOf } from './index.ts'

const entry = (id: string, content: Record<string, Json>): SheetEntry => ({ id, version: 1, content })
const amounts = (...pounds: readonly number[]): Json => pounds.map((amount, at) => ({ row: `year-${at}`, amount }))

const option = (id: string, model: string): SheetEntry => entry(id, { title: id, model, description: 'x' })
const line = (id: string, over: Record<string, Json>): SheetEntry =>
  entry(id, { option: 'usual', title: id, kind: 'cost', bearer: 'council', nature: 'resource', basis: 'real', ...over })

const record = (lines: readonly SheetEntry[], more: ReviewRecord['sheets'] = {}): ReviewRecord => ({
  depth: 'standard',
  sheets: {
    options: [option('usual', 'in-house-as-is'), option('mutual', 'mutual')],
    money: [
      entry('page', {
        first: 2024,
        years: 5,
        schedule: 'green-book-2026',
        deflators: 'hmt-2025-12',
        unit: 'sessions',
        units: 100,
      }),
    ],
    lines,
    ...more,
  },
})

const near = (value: number | undefined | null, wanted: number, within = 1e-6): void =>
  assert.ok(Math.abs((value ?? Number.NaN) - wanted) <= within, `${value} is not ${wanted}`)

const find = (given: ReviewRecord, id: string) =>
  appraisalOf(given)?.options.find((each) => each.option.id === id) ?? assert.fail(`${id} is not appraised`)

describe('the appraisal of a review', () => {
  it('takes prices out and discounts, as the worked example of the Green Book does (tables 7 and 8)', () => {
    const nominal = [0, 1, 2, 3, 4, 5].map((year) => 1000 * 1.02 ** year)
    const given = record([line('costs', { basis: 'nominal', pounds: amounts(...nominal) })])
    const usual = find(given, 'usual')
    near(usual.economic.pvPublicCosts, 5515.052375, 1e-5)
    near(usual.financial, -nominal.reduce((sum, pounds) => sum + pounds), 1e-6)
    near(usual.equivalentAnnualCost, 1000, 1e-6)
    near(usual.unitCost, 5515.052375 / 600, 1e-6)
  })

  it('keeps transfers out of the economic case and what is no money out of the financial one', () => {
    const given = record([
      line('staff', { pounds: amounts(100) }),
      line('VAT', { nature: 'transfer', pounds: amounts(20) }),
      line('volunteers', { nature: 'not-cash', bearer: 'society', pounds: amounts(7) }),
      line('old systems', { nature: 'sunk', pounds: amounts(1000) }),
      line('reached', { kind: 'benefit', bearer: 'society', nature: 'not-cash', pounds: amounts(150) }),
    ])
    const usual = find(given, 'usual')
    near(usual.economic.npsv, 150 - 100 - 7)
    near(usual.economic.rpsc, (150 - 7) / 100)
    near(usual.financial, -120)
    for (const { reconciled: row, title } of usual.lines) {
      const { economic, discounting, accountsOnly, notInAccounts, inflation, financial } = row
      near(economic + discounting + accountsOnly + notInAccounts + inflation, financial, 1e-9)
      assert.ok(title !== '')
    }
  })

  it('raises costs and lowers benefits by what is left of optimism bias', () => {
    const given = record([
      line('staff', { pounds: amounts(100), bias: 41, mitigated: 50 }),
      line('saved', { kind: 'benefit', bearer: 'society', pounds: amounts(200), bias: 10, mitigated: 0 }),
    ])
    near(find(given, 'usual').economic.npsv, 200 * 0.9 - 100 * 1.205)
  })

  it('lets a price rise beyond all prices, in both cases, and only where pounds are of the first year', () => {
    const pay = (basis: string) => record([line('pay', { basis, growth: 2, pounds: amounts(100, 100, 100) })])
    const real = [100, 102, 104.04].reduce((sum, pounds, year) => sum + pounds / 1.035 ** year, 0)
    near(find(pay('real'), 'usual').economic.pvPublicCosts, real)
    const [, second = 0] = find(pay('real'), 'usual').byYear.financial
    const [, without = 0] = find(record([line('pay', { pounds: amounts(100, 100) })]), 'usual').byYear.financial
    near(second / without, 1.02)
    near(find(pay('nominal'), 'usual').financial, -300)
  })

  it('counts risks at what is to be expected, in the year in which they would fall', () => {
    const risk = (id: string, probability: number, cost: number, year: number) =>
      entry(id, { title: id, option: 'usual', probability, cost, year: `year-${year}`, owner: 'x' })
    const given = record([line('staff', { pounds: amounts(1) })], {
      risks: [risk('a', 30, 100, 0), risk('b', 50, 200, 1)],
    })
    const usual = find(given, 'usual')
    near(usual.risks.totals.expected, 130)
    near(usual.economic.pvPublicCosts, 1 + 30 + 100 / 1.035)
    assert.equal(usual.lines.at(-1)?.title, 'Risks, as they are to be expected')
  })

  it('says when a change has paid for itself, against business as usual', () => {
    const given = record([
      line('staff', { basis: 'nominal', pounds: amounts(100, 100, 100, 100, 100, 100) }),
      line('change', { option: 'mutual', basis: 'nominal', pounds: amounts(180, 60, 60, 60, 60, 60) }),
    ])
    assert.equal(find(given, 'mutual').payback, 2)
    assert.equal(find(given, 'usual').payback, 'nothing')
    near(
      find(given, 'mutual').economic.againstBusinessAsUsual.npsv,
      find(given, 'mutual').economic.npsv - find(given, 'usual').economic.npsv,
    )
  })

  it('is nothing before business as usual has a line, and leaves options out that have none', () => {
    assert.equal(appraisalOf(record([])), undefined)
    assert.equal(appraisalOf(record([line('x', { option: 'mutual', pounds: amounts(1) })])), undefined)
    assert.deepEqual(
      appraisalOf(record([line('x', { pounds: amounts(1) })]))?.options.map((each) => each.option.id),
      ['usual'],
    )
  })

  it('takes sixty years, blank years, and amounts below nothing', () => {
    const page = entry('page', { first: 2026, years: 60, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })
    const pounds = amounts(...Array.from({ length: 61 }, () => 1))
    const given = record(
      [line('rent', { pounds }), line('given back', { kind: 'benefit', bearer: 'society', pounds: amounts(-5) })],
      { money: [page] },
    )
    // 1 in year 0 and the published annuity of 60 years.
    near(find(given, 'usual').economic.pvPublicCosts, 1 + 25.37526, 1e-5)
    near(find(given, 'usual').economic.pvBenefits, -5)
  })
})
