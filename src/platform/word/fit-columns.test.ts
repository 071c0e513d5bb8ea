import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fitColumns } from './fit-columns.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

describe('the columns of a table in a Word document', () => {
  it('have room for their longest word, in smaller text where there are many', () => {
    const amounts = ['-£1,437,969', '-£5,082,240', '-£1,276,893', '£1,948,627']
    const few = fitColumns([
      ['Option', 'Mean'],
      ['In-house, as it is', '-£1,437,969'],
    ])
    assert.equal(few.points, 11)
    const many = fitColumns([
      ['Option', 'Mean', 'P10', 'P50', 'P90', 'Best in'],
      ['In-house, as it is', ...amounts, 'less than 1%'],
    ])
    assert.equal(many.points, 9)
    // Arial’s figures are 0.556 of its size wide: eleven of 9 points, and a margin of five points at either side.
    for (const width of many.widths.slice(1, 4)) assert.ok(width >= 11 * 0.556 * 9 * 20 + 200)
  })

  it('fill the width of the text and no more, whatever is in them', () => {
    const cell = fc.string({ maxLength: 60 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(cell), (columns, cells) => {
        const rows = Array.from({ length: 3 }, () => [...cells.take(columns)])
        const { widths } = fitColumns(rows)
        assert.equal(widths.length, columns)
        assert.ok(widths.every((width) => width > 0))
        assert.ok(sum(widths) <= 9026 && sum(widths) > 9026 - columns)
      }),
    )
  })

  it('are the wider the longer their lines are, of all rows and not of the header alone', () => {
    const { widths } = fitColumns([['a', 'a', 'a a a a a a a a a a']])
    assert.equal(widths[0], widths[1])
    assert.ok((widths[2] ?? 0) > 3 * (widths[0] ?? 0))
    const years = ['2026 to 2027', '2027 to 2028', '2028 to 2029'].map((year) => [year, '-£32,718,463', '-£29,216,831'])
    const [year = 0, amount = 0] = fitColumns([['', 'In-house, as it is', 'Company of the council'], ...years]).widths
    assert.ok(year > amount)
  })

  it('are none where there are none', () => {
    assert.deepEqual(fitColumns([]).widths, [])
    assert.deepEqual(fitColumns([[]]).widths, [])
  })
})
