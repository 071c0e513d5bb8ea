import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../forms/index.ts'
import type { SheetEntry } from '../sheets/index.ts'
import type { ReviewRecord } from './review-record.ts'
import { serviceByYear } from './service-by-year.ts'

const entry = (id: string, content: Answers): SheetEntry => ({ id, version: 1, content })
const line = (id: string, over: Answers, amounts: readonly number[]): SheetEntry =>
  entry(id, {
    option: 'usual',
    title: id,
    kind: 'cost',
    bearer: 'council',
    nature: 'resource',
    basis: 'nominal',
    pounds: amounts.map((amount, at) => ({ row: `year-${at}`, amount })),
    ...over,
  })
const record = (lines: readonly SheetEntry[], demand: Answers): ReviewRecord => ({
  depth: 'quick',
  sheets: {
    options: [entry('usual', { title: 'As it is', model: 'in-house-as-is', description: '' })],
    money: [entry('page', { first: 2026, years: 2, schedule: 'green-book-2026', deflators: 'hmt-2025-12' })],
    demand: [entry('page', demand)],
    lines,
  },
})

describe('the service by year', () => {
  it('has three years of the accounts and those of business as usual, each with its cost of one', () => {
    const lines = [
      line('Staff', {}, [900, 950, 1000]),
      line('VAT', { nature: 'transfer' }, [100, 100, 100]),
      line('Fees', { kind: 'income' }, [200, 200, 250]),
      line('Time of volunteers', { nature: 'not-cash', bearer: 'society' }, [70, 70, 70]),
      line('Better lives', { kind: 'benefit', bearer: 'society', nature: 'not-cash' }, [5000, 5000, 5000]),
      line('Of another option', { option: 'mutual' }, [1, 1, 1]),
    ]
    const demand = {
      past: [
        { row: 'before-3', demand: 50, gross: 1100, income: 100 },
        { row: 'before-1', demand: 40, gross: 1000 },
      ],
      forecast: [
        { row: 'year-0', demand: 40 },
        { row: 'year-2', demand: 0 },
      ],
    }
    const years = serviceByYear(record(lines, demand))
    assert.deepEqual(
      years.map(({ year, past, demand: count, gross, income, net, unitCost }) => [
        year,
        past,
        count,
        gross === null ? null : Math.round(gross),
        income,
        net === null ? null : Math.round(net),
        unitCost,
      ]),
      [
        ['2023 to 2024', true, 50, 1100, 100, 1000, 20],
        ['2024 to 2025', true, null, null, null, null, null],
        ['2025 to 2026', true, 40, 1000, null, 1000, 25],
        ['2026 to 2027', false, 40, 1000, 200, 800, 20],
        ['2027 to 2028', false, null, 1050, 200, 850, null],
        ['2028 to 2029', false, 0, 1100, 250, 850, null],
      ],
    )
  })

  it('has years without figures before anything is written', () => {
    const years = serviceByYear({ depth: 'quick', sheets: {} })
    assert.equal(years.length, 14)
    assert.ok(years.every(({ demand, gross, unitCost }) => demand === null && gross === null && unitCost === null))
  })

  it('takes sixty years after the first', () => {
    const long = record(
      [
        line(
          'Staff',
          {},
          Array.from({ length: 61 }, () => 10),
        ),
      ],
      {},
    )
    const sheets = { ...long.sheets, money: [entry('page', { first: 2026, years: 60 })] }
    const years = serviceByYear({ ...long, sheets })
    assert.equal(years.length, 64)
    assert.equal(Math.round(years.at(-1)?.gross ?? 0), 10)
  })
})
