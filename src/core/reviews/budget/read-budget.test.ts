import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { appraisalOf } from '../money/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { budgetAmount } from './budget-amount.ts'
import {
  type BudgetMapping,
  type BudgetTable,
  columnName,
  guessMapping,
  mappingProblems,
  optionById,
  readBudget,
  readTableText,
  tableText,
  tidyTable,
} from './index.ts'

const record: ReviewRecord = {
  depth: 'standard',
  sheets: {
    money: [
      {
        id: 'page',
        version: 1,
        content: { first: 2026, years: 2, schedule: 'green-book-2026', deflators: 'hmt-2025-12' },
      },
    ],
    options: [{ id: 'today', version: 1, content: { title: 'As it is', model: 'in-house-as-is', description: 'x' } }],
    lines: [
      {
        id: 'rent',
        version: 3,
        content: {
          option: 'today',
          title: 'Rent',
          kind: 'cost',
          bearer: 'council',
          nature: 'transfer',
          basis: 'real',
          low: 5,
        },
      },
    ],
  },
}
const years = [2026, 2027, 2028]
const option = optionById(record, 'today') ?? assert.fail('there is no option')

const budget: BudgetTable = [
  ['Youth service', '', '', '', ''],
  ['Code', 'Budget £', '2026/27', '2027/28', '2028/29'],
  ['4001', 'Employees', '1,905,000', '£1,905,000.00', '1905000'],
  ['', 'Running costs', '', '', ''],
  ['4100', 'Rent', '322000', '-', ''],
  ['9000', 'Bookings', '(118,000)', '-118,000', '118,000-'],
  ['9999', 'Net total', '2109000', '1787000', '1787000'],
  ['5000', 'Training', 'n/a', '5', 'NaN'],
  ['4001', 'employees', '1', '', ''],
  ['6000', '', '7', '', ''],
]

const read = (table: BudgetTable = budget, over: Partial<BudgetMapping> = {}) =>
  readBudget(record, option, table, { ...guessMapping(table, years), ...over })
const lineOf = (title: string, lines = read()) => lines.find((line) => line.title === title) ?? assert.fail(title)

describe('a budget that was sent', () => {
  it('has its headings, its titles and its years guessed', () => {
    assert.deepEqual(guessMapping(budget, years), {
      headings: 1,
      columns: ['none', 'title', 0, 1, 2],
      basis: 'nominal',
      thousands: false,
      otherYears: 'kept',
    })
    assert.equal(
      guessMapping(
        [
          ['', '2026/27 £000'],
          ['Pay', '1'],
        ],
        years,
      ).thousands,
      true,
    )
    assert.deepEqual(guessMapping([['Pay', '12']], years).columns, ['none', 'none'])
    assert.deepEqual(
      guessMapping(
        [
          ['', '2026-27', '2026-27'],
          ['Pay', '1', '2'],
        ],
        years,
      ).columns,
      ['title', 0, 'none'],
    )
  })

  it('becomes lines as they are paid, incomes above nothing', () => {
    const staff = lineOf('Employees')
    assert.deepEqual(staff.content, {
      option: 'today',
      title: 'Employees',
      kind: 'cost',
      bearer: 'council',
      nature: 'resource',
      basis: 'nominal',
      pounds: [0, 1, 2].map((year) => ({ row: `year-${year}`, amount: 1_905_000 })),
    })
    const fees = lineOf('Bookings')
    assert.equal(fees.content.kind, 'income')
    assert.equal(fees.total, 354_000)
    assert.deepEqual(fees.problems, [])
  })

  it('keeps all that was said of a line that is there but its amounts', () => {
    const rent = lineOf('Rent')
    assert.equal(rent.there?.id, 'rent')
    assert.deepEqual([rent.content.nature, rent.content.low, rent.content.basis], ['transfer', 5, 'nominal'])
    assert.deepEqual(rent.content.pounds, [{ row: 'year-0', amount: 322_000 }])
  })

  it('cannot be given to one of several lines of one name', () => {
    const [rent] = record.sheets.lines ?? []
    const twice = {
      ...record,
      sheets: { ...record.sheets, lines: [rent, { ...rent, id: 'other' }].flatMap((each) => each ?? []) },
    }
    const line = readBudget(twice as ReviewRecord, option, budget, guessMapping(budget, years)).find(
      ({ title }) => title === 'Rent',
    )
    assert.deepEqual(line?.problems, [{ code: 'several-there', lines: 2 }])
  })

  describe('with fewer years than a line that is there', () => {
    const pounds = [0, 1, 2].map((at) => ({ row: `year-${at}`, amount: 100 + at }))
    const rent = record.sheets.lines?.[0] ?? assert.fail('there is no rent')
    const with3 = (basis: string): ReviewRecord => ({
      ...record,
      sheets: { ...record.sheets, lines: [{ ...rent, content: { ...rent.content, basis, pounds } }] },
    })
    const twoYears: BudgetTable = [
      ['Line', '2026/27', '2027/28'],
      ['Rent', '7', ''],
    ]
    const rentOf = (basis: string, otherYears: BudgetMapping['otherYears']) =>
      readBudget(with3(basis), option, twoYears, { ...guessMapping(twoYears, years), otherYears })[0]

    it('keeps the others, and takes a blank cell of a year that it has for nothing', () => {
      const line = rentOf('nominal', 'kept')
      assert.deepEqual(line?.content.pounds, [
        { row: 'year-0', amount: 7 },
        { row: 'year-2', amount: 102 },
      ])
      assert.deepEqual([line?.kept, line?.total, line?.problems], [1, 109, []])
    })

    it('blanks them where that is chosen, in whatever pounds they are', () => {
      for (const basis of ['nominal', 'real']) {
        const line = rentOf(basis, 'blanked')
        assert.deepEqual(line?.content.pounds, [{ row: 'year-0', amount: 7 }])
        assert.deepEqual([line?.kept, line?.total, line?.problems], [0, 7, []])
      }
    })

    it('does not mix pounds of the first year with pounds of the day in one line', () => {
      assert.deepEqual(rentOf('real', 'kept')?.problems, [{ code: 'other-pounds', basis: 'real' }])
    })

    it('loses no pound of the years that it does not have, whichever these are', () => {
      const columns = fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 })
      fc.assert(
        fc.property(columns, fc.integer({ min: 1, max: 9999 }), (sent, amount) => {
          const table = [
            ['Line', ...sent.map((at) => `${2026 + at}`)],
            ['Rent', ...sent.map(() => String(amount))],
          ]
          const [line] = readBudget(with3('nominal'), option, table, guessMapping(table, years))
          const expected = [0, 1, 2].reduce((sum, at) => sum + (sent.includes(at) ? amount : 100 + at), 0)
          assert.equal(line?.total, expected)
        }),
      )
    })
  })

  it('takes what a line is from the usual one of that name', () => {
    const usual = lineOf(
      'income from fees and charges',
      read([
        ['', '2026'],
        ['income from fees and charges', '50'],
      ]),
    )
    assert.equal(usual.content.kind, 'income')
    assert.equal(usual.total, 50)
  })

  it('takes a row that is called an income for one, also where it is above nothing', () => {
    const rows = read([
      ['', '2026'],
      ['Café income', '120'],
      ['Incomes of the shop', '-30'],
      ['Incoming post', '40'],
    ])
    const said = ['Café income', 'Incomes of the shop', 'Incoming post'].map((title) => lineOf(title, rows))
    assert.deepEqual(
      said.map(({ content, total }) => [content.kind, total]),
      [
        ['income', 120],
        ['income', 30],
        ['cost', 40],
      ],
    )
  })

  it('says of each row why it can be no line, by its cell', () => {
    assert.deepEqual(lineOf('Training').problems, [
      { code: 'not-an-amount', cell: 'C8', text: 'n/a' },
      { code: 'not-an-amount', cell: 'E8', text: 'NaN' },
    ])
    assert.deepEqual(lineOf('employees').problems, [{ code: 'twice', row: 3 }])
    assert.deepEqual(lineOf('').problems, [{ code: 'title-missing' }])
    const long = 'x'.repeat(81)
    assert.equal(
      lineOf(
        long,
        read([
          ['', '2026'],
          [long, '1'],
        ]),
      ).problems[0]?.code,
      'not-valid',
    )
  })

  it('leaves rows without amounts out and knows sums of others', () => {
    assert.ok(read().every(({ title }) => title !== 'Running costs'))
    assert.deepEqual(
      read()
        .filter(({ isTotal }) => isTotal)
        .map(({ title }) => title),
      ['Net total'],
    )
  })

  it('comes to the same in the financial case as in the spreadsheet', () => {
    const lines = read()
      .filter(({ problems, isTotal }) => problems.length === 0 && !isTotal)
      .map(({ row, content }) => ({ id: `row-${row}`, version: 1, content: { ...content, nature: 'resource' } }))
    const appraised = appraisalOf({ ...record, sheets: { ...record.sheets, lines } })
    assert.equal(appraised?.options[0]?.financial, -(3 * 1_905_000 + 322_000 - 3 * 118_000))
  })

  it('is not read before it is known what its columns are', () => {
    const of = (...columns: BudgetMapping['columns']) =>
      mappingProblems({ headings: 0, columns, basis: 'real', thousands: false, otherYears: 'kept' }).map(
        ({ code }) => code,
      )
    assert.deepEqual(of('none', 'none'), ['titles-missing', 'years-missing'])
    assert.deepEqual(of('title', 'title', 0), ['titles-twice'])
    assert.deepEqual(of('title', 0, 0), ['year-twice'])
    assert.deepEqual(of('title', 0, 1), [])
  })
})

describe('an amount of a budget', () => {
  it('is read as finance writes it', () => {
    const written = ['', ' - ', '–', '1,250', '£1,250.50', '(1,250)', '1,250-', '−1250', '-£1,250', '0']
    assert.deepEqual(
      written.map((text) => budgetAmount(text, false)),
      [0, 0, 0, 1250, 1250.5, -1250, -1250, -1250, -1250, 0],
    )
    assert.equal(budgetAmount('1.2345', true), 1234.5)
  })

  it('is none where it could be misread', () => {
    for (const text of ['n/a', 'NaN', 'Infinity', '1e9', '1.234,5', '(-5)', '--5', '()', '1 000x', '#REF!', '12,34'])
      assert.equal(budgetAmount(text, false), undefined, text)
  })

  it('is what it was, to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (pence) => {
        assert.equal(budgetAmount((pence / 100).toFixed(2), false), pence / 100 || 0)
      }),
    )
  })
})

describe('a table', () => {
  it('is cut to what is in it, with rows of one length', () => {
    assert.deepEqual(
      tidyTable([
        [' a ', '', ''],
        ['b', 'c'],
        ['', ' '],
      ]),
      [
        ['a', ''],
        ['b', 'c'],
      ],
    )
    assert.deepEqual(tidyTable([['', ''], []]), { code: 'table-empty' })
    assert.deepEqual(tidyTable([]), { code: 'table-empty' })
    assert.deepEqual(tidyTable(Array.from({ length: 401 }, () => ['x'])), {
      code: 'table-too-large',
      rows: 401,
      columns: 1,
    })
    assert.deepEqual(tidyTable([Array.from({ length: 81 }, () => 'x')]), {
      code: 'table-too-large',
      rows: 1,
      columns: 81,
    })
  })

  it('travels from page to page, and what is none is not taken for one', () => {
    assert.deepEqual(readTableText(tableText(budget)), budget)
    for (const text of ['', '{', '{}', '[1]', '[["a"],"b"]', '[[1]]', 'null', '[]'])
      assert.equal(readTableText(text), undefined, text)
  })

  it('names its columns as spreadsheets do', () => {
    assert.deepEqual([0, 25, 26, 51, 52, 79].map(columnName), ['A', 'Z', 'AA', 'AZ', 'BA', 'CB'])
  })
})
