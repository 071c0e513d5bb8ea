import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Answers, checkDefinition } from '../../forms/index.ts'
import { formOf, pagesOf } from '../../sheets/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { engagementSheet } from './engagement.ts'
import { sheets } from './index.ts'

const options = [
  { id: 'usual', version: 1, content: { title: 'As it is', model: 'in-house-as-is', description: 'Goes on' } },
  { id: 'mutual', version: 1, content: { title: 'A mutual', model: 'mutual', description: 'Staff run it' } },
]
/** A line that has a range, a challenge, and a preference that departs from the filter: what some sheets choose from. */
const chosenFrom = {
  lines: [{ id: 'staff', version: 1, content: { option: 'usual', title: 'Staff', kind: 'cost', low: 5, high: 10 } }],
  challenge: [{ id: 'first', version: 1, content: { title: 'The benefits are too high' } }],
  filter: [{ id: 'mutual', version: 1, content: { rating: 'green' } }],
  report: [{ id: 'page', version: 1, content: { preferred: 'usual' } }],
}
const records: readonly ReviewRecord[] = [
  { depth: 'quick', sheets: { options } },
  {
    depth: 'full',
    sheets: { options, ...chosenFrom, money: [{ id: 'page', version: 1, content: { first: 2030, years: 60 } }] },
  },
]

describe('a conversation that was logged before the log was also a plan', () => {
  const talk = (content: Answers) =>
    pagesOf(engagementSheet, { depth: 'quick', sheets: { engagement: [{ id: 'a', version: 1, content }] } })[0]?.entry
      ?.content.state

  it('took place where it says who took part or what they said, and is not spoken for otherwise', () => {
    assert.equal(talk({ title: 'Meeting', said: 'They would stay' }), 'took-place')
    assert.equal(talk({ title: 'Meeting', people: 12 }), 'took-place')
    assert.equal(talk({ title: 'Meeting', on: '2020-01-01' }), undefined)
    assert.equal(talk({ title: 'Meeting', state: 'planned', said: 'Left from before' }), 'planned')
  })
})

describe('the sheets of a review', () => {
  it('have an id each, and name their titles and columns by questions that they have', () => {
    assert.equal(new Set(sheets.map(({ id }) => id)).size, sheets.length)
    for (const { id, list, each, questions } of sheets) {
      const asked = questions(records[0] ?? assert.fail(), undefined).map((question) => question.id)
      for (const column of [...(list?.columns ?? each?.columns ?? []), ...(list === undefined ? [] : [list.titledBy])])
        assert.ok(asked.includes(column), `${id}: ${column}`)
    }
  })

  for (const sheet of sheets)
    it(`can be asked as a form: ${sheet.id}`, () => {
      const asked = records.filter((record) => sheet.waitsFor?.(record) === undefined)
      assert.ok(asked.length > 0)
      for (const record of asked) {
        const pages = sheet.list === undefined ? pagesOf(sheet, record).map(({ id }) => id) : [undefined]
        for (const page of pages) {
          const checked = checkDefinition(formOf(sheet, record, page))
          assert.deepEqual(checked.ok ? [] : checked.problems, [], page)
        }
      }
    })
})

describe('a page for each of something', () => {
  it('is there before anything is written of it, and goes with what it is of', () => {
    const legal = sheets.find(({ id }) => id === 'legal-questions') ?? assert.fail()
    const written = { id: 'mutual', version: 3, content: { tupe: 'All forty' } }
    const gone = { id: 'gone', version: 1, content: {} }
    const record = { depth: 'full', sheets: { options, 'legal-questions': [gone, written] } } as const
    assert.deepEqual(
      pagesOf(legal, record).map(({ id, title, entry }) => ({ id, title, entry })),
      [{ id: 'mutual', title: 'A mutual', entry: written }],
    )
    assert.deepEqual(
      legal.questions(record, 'mutual').map(({ id }) => id),
      ['tupe', 'pension', 'vat', 'business-rates', 'procurement', 'public-sector-equality', 'best-value', 'adviser'],
    )
  })
})
