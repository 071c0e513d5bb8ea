import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers } from '../../forms/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { ReviewWeighing } from '../weighing/weighing.ts'
import { departureOf, departureWords, isUnexplained, reasonForDeparture } from './departure.ts'

const entries = (contents: Readonly<Record<string, Answers>>) =>
  Object.entries(contents).map(([id, content]) => ({ id, version: 1, content }))

const options = entries({
  usual: { title: 'As it is', model: 'in-house-as-is' },
  mutual: { title: 'A mutual', model: 'mutual' },
  charity: { title: 'A charity', model: 'charity' },
})
const green = (...ids: readonly string[]) =>
  entries(Object.fromEntries(ids.map((id) => [id, { rating: 'green', reason: 'Because' }])))

/** A round on one criterion in which options have these scores. */
const scored = (scores: Readonly<Record<string, number>>): ReviewWeighing => ({
  round: 1,
  method: 'swing',
  facilitator: 'Fay',
  stage: 'revealed',
  pass: 1,
  criteria: [
    {
      id: 'reach',
      title: 'Reach',
      measures: '',
      worst: '',
      best: '',
      counted: 'no',
      unit: null,
      points: [
        { at: 0, value: 0 },
        { at: 100, value: 1 },
      ],
    },
  ],
  options: options.map(({ id, content }) => ({ id, title: String(content.title) })),
  people: [
    {
      id: 'p',
      name: 'P',
      speaksFor: '',
      credentials: '',
      swings: { reach: 100 },
      swingReasons: {},
      scores: { reach: scores },
      scoreReasons: {},
    },
  ],
  notes: [],
})

type Found = {
  readonly preferred?: string
  readonly greens?: readonly string[]
  readonly scores?: Readonly<Record<string, number>>
  readonly why?: Readonly<Record<string, string>>
}
const record = ({ preferred = 'charity', greens = [], scores, why = {} }: Found): ReviewRecord => ({
  depth: 'standard',
  sheets: {
    options,
    filter: green(...greens),
    report: [{ id: 'page', version: 1, content: { preferred } }],
    departure: entries(Object.fromEntries(Object.entries(why).map(([id, text]) => [id, { why: text }]))),
  },
  ...(scores !== undefined && { weighing: scored(scores) }),
})
const words = (found: Found): string | undefined => {
  const departure = departureOf(record(found))
  return departure && departureWords(departure)
}
const mutualFirst = { usual: 1, mutual: 90, charity: 60 }

describe('a report that prefers what was not found best', () => {
  it('says so where it is neither what the filter favours nor first by weighing', () => {
    assert.equal(
      words({ greens: ['usual'], scores: mutualFirst }),
      '“A charity” is preferred, although the filter favours “As it is” and “A mutual” is first by weights and scores.',
    )
  })

  it('is measured by the one of both that there is', () => {
    assert.equal(words({ greens: ['mutual'] }), '“A charity” is preferred, although the filter favours “A mutual”.')
    assert.equal(
      words({ scores: { usual: 5, mutual: 5, charity: 1 } }),
      '“A charity” is preferred, although “As it is” and “A mutual” are first by weights and scores.',
    )
  })

  it('does not depart where one of both agrees, level first places among them', () => {
    assert.equal(words({ greens: ['charity'], scores: mutualFirst }), undefined)
    assert.equal(words({ greens: ['usual'], scores: { usual: 1, mutual: 7, charity: 7 } }), undefined)
  })

  it('does not depart while nothing is preferred, filtered or weighed to the end', () => {
    assert.equal(words({}), undefined)
    assert.equal(words({ preferred: '', greens: ['usual'] }), undefined)
    assert.equal(words({ preferred: 'gone', greens: ['usual'] }), undefined)
    assert.equal(words({ scores: { mutual: 90 } }), undefined)
  })

  it('needs the reason of the option that is preferred now, and of no other', () => {
    const found = { greens: ['usual'], why: { mutual: 'Staff want it' } }
    assert.equal(isUnexplained(record(found)), true)
    const mutual = record({ ...found, preferred: 'mutual' })
    assert.equal(isUnexplained(mutual), false)
    const departure = departureOf(mutual)
    assert.equal(departure && reasonForDeparture(mutual, departure), 'Staff want it')
    assert.equal(isUnexplained(record({ ...found, preferred: 'usual' })), false)
  })
})

it('is worked out once of a record, however often it is asked', () => {
  let read = 0
  const record: ReviewRecord = {
    depth: 'quick',
    sheets: { options, report: entries({ page: { preferred: 'mutual' } }) },
    get weighing() {
      read++
      return scored({ usual: 10, mutual: 20, charity: 90 })
    },
  }
  const first = departureOf(record)
  const once = read
  assert.deepEqual(first?.first, ['A charity'])
  assert.equal(departureOf(record), first)
  assert.equal(isUnexplained(record), true)
  assert.equal(read, once)
})
