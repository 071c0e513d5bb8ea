import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../forms/index.ts'
import type { SheetEntry } from '../../sheets/index.ts'
import { filterProblems } from '../framework-filter.ts'
import type { ReviewRecord } from '../review-record.ts'
import { carriedForward, choicesOf, ratedChoicesOf } from './read-choices.ts'
import { shortlistOf, shortlistWarnings } from './shortlist.ts'

const entries = (contents: Readonly<Record<string, Answers>>): readonly SheetEntry[] =>
  Object.entries(contents).map(([id, content]) => ({ id, version: 1, content }))

const options = entries({
  usual: { title: 'As it is', model: 'in-house-as-is', description: 'Goes on' },
  least: { title: 'Improved', model: 'in-house-improved', description: 'Better' },
  mutual: { title: 'A mutual', model: 'mutual', description: 'Staff run it' },
  company: { title: 'A company', model: 'council-company', description: 'Ours' },
  stop: { title: 'Stop', model: 'stop', description: 'No more' },
})
const choices = entries({
  same: { title: 'All from 11 to 25', category: 'scope', today: true },
  fewer: { title: 'Those in need', category: 'scope', today: false },
})
const reason = 'It keeps what works and costs no more than today'
const rated = entries({
  usual: { rating: 'amber', reason },
  least: { rating: 'amber', reason, role: 'do-minimum' },
  mutual: { rating: 'green', reason, role: 'more-ambitious' },
  company: { rating: 'amber', reason, role: 'more-ambitious' },
  stop: { rating: 'red', reason, fails: ['strategic-fit', 'constraints'] },
  same: { rating: 'green', reason },
  fewer: { rating: 'amber', reason },
})
const record = (filter: readonly SheetEntry[]): ReviewRecord => ({
  depth: 'standard',
  sheets: { options, choices, filter },
})

describe('what is chosen between', () => {
  it('is the longlist, for delivery, among the choices of the other categories', () => {
    assert.deepEqual(
      choicesOf(record([])).map(({ id, category, businessAsUsual }) => [id, category, businessAsUsual]),
      [
        ['same', 'scope', true],
        ['fewer', 'scope', false],
        ['usual', 'delivery', true],
        ['least', 'delivery', false],
        ['mutual', 'delivery', false],
        ['company', 'delivery', false],
        ['stop', 'delivery', false],
      ],
    )
  })

  it('leaves nothing in the way of a shortlist once all is rated for a reason', () => {
    assert.deepEqual(filterProblems(ratedChoicesOf(record(rated))), [])
    assert.equal(filterProblems(ratedChoicesOf(record([]))).filter(({ code }) => code === 'not-rated').length, 7)
  })

  it('keeps the rating of nothing that is not chosen between any more', () => {
    const gone = entries({ elsewhere: { rating: 'green', reason } })
    assert.deepEqual(ratedChoicesOf(record(gone)), ratedChoicesOf(record([])))
  })

  it('carries forward what is rated and not dropped', () => {
    const ids = (filter: readonly SheetEntry[]) =>
      carriedForward(ratedChoicesOf(record(filter)), 'delivery').map(({ id }) => id)
    assert.deepEqual(ids(rated), ['usual', 'least', 'mutual', 'company'])
    assert.deepEqual(ids([]), [])
  })
})

describe('the shortlist', () => {
  const roles = (filter: readonly SheetEntry[]) =>
    Object.fromEntries(shortlistOf(record(filter)).map(({ id, role }) => [id, role]))

  it('is what was not dropped, in the order of the longlist; the green one is preferred, whatever else was said', () => {
    assert.deepEqual(roles(rated), {
      usual: 'business-as-usual',
      least: 'do-minimum',
      mutual: 'preferred',
      company: 'more-ambitious',
    })
  })

  it('has the least change as do minimum, unless another option is said to be', () => {
    const unsaid = entries({ least: { rating: 'amber', reason } })
    assert.equal(roles(unsaid).least, 'do-minimum')
    const other = entries({
      least: { rating: 'amber', reason },
      company: { rating: 'amber', reason, role: 'do-minimum' },
    })
    assert.deepEqual([roles(other).least, roles(other).company], [null, 'do-minimum'])
    assert.equal(roles(entries({ least: { rating: 'green', reason } })).least, 'preferred')
  })

  it('always has business as usual, even if it was dropped', () => {
    const dropped = entries({ usual: { rating: 'red', reason } })
    assert.equal(roles(dropped).usual, 'business-as-usual')
  })

  it('has all that is not rated yet, so that a quick review needs no filter', () => {
    assert.deepEqual(Object.keys(roles([])), ['usual', 'least', 'mutual', 'company', 'stop'])
    assert.deepEqual(shortlistOf({ depth: 'quick', sheets: {} }), [])
  })

  it('says where it has not about five, and not every role', () => {
    assert.deepEqual(shortlistWarnings(shortlistOf(record(rated))), [
      { code: 'role-not-there', role: 'less-ambitious' },
    ])
    const one = shortlistOf({ depth: 'quick', sheets: { options: options.slice(0, 1) } })
    assert.deepEqual(shortlistWarnings(one)[0], { code: 'too-short', options: 1, usual: 5 })
    const many = Array.from({ length: 7 }, (_, at) => ({ id: `${at}`, version: 1, content: { model: 'mutual' } }))
    const long = shortlistOf({ depth: 'quick', sheets: { options: many } })
    assert.deepEqual(shortlistWarnings(long)[0], { code: 'too-long', options: 7, usual: 5 })
  })
})
