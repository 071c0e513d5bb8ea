import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDefinition, type Expression, type Form } from '../index.ts'
import { blankTest, listedFrom, readTest, typedTest } from './index.ts'

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    {
      id: 'one',
      title: 'One',
      questions: [
        { type: 'short-text', id: 'first', label: 'First?' },
        {
          type: 'repeating-group',
          id: 'partners',
          label: 'Partners',
          questions: [
            { type: 'short-text', id: 'name', label: 'Name' },
            { type: 'yes-no', id: 'signed', label: 'Signed?' },
            { type: 'money', id: 'gives', label: 'Pounds' },
          ],
        },
        { type: 'short-text', id: 'last', label: 'Last?' },
      ],
    },
  ],
}
const place = { kind: 'rule', id: 'new' } as const

describe('picking a test of every entry of a list', () => {
  it('gives back what was picked, and the engine accepts it', () => {
    const picked: readonly Expression[] = [
      { items: 'partners', where: { question: 'signed', is: false }, atLeast: 1 },
      { items: 'partners', where: { question: 'name', anyOf: ['A', 'B'] }, atMost: 0 },
      { items: 'partners', where: { question: 'gives', atMost: 2.5 }, every: true },
      { items: 'partners', where: { question: 'signed', answered: false }, below: 3 },
      { items: 'partners', where: { question: 'gives', above: 100 }, above: 2 },
      { items: 'partners', where: { question: 'gives', above: 100 }, atLeast: 2 },
      { items: 'partners', where: { question: 'gives', above: 100 }, atMost: 7 },
    ]
    for (const expression of picked) {
      const typed = typedTest(expression)
      assert.ok(typed)
      assert.deepEqual(readTest(form, place, typed), { ok: true, value: expression })
      const rules = [{ id: 'new', clause: '1', when: expression, outcome: 'fail', text: 'No' }]
      assert.ok(checkDefinition({ ...form, rules }).ok, JSON.stringify(expression))
    }
  })

  it('says at once that the test, and of how many entries, was not picked', () => {
    const codes = (typed: object) => {
      const read = readTest(form, place, { ...blankTest, subject: 'signed', ...typed })
      return read.ok ? [] : read.problems.map(({ code }) => code)
    }
    assert.deepEqual(codes({}), ['test-not-chosen', 'how-many-not-chosen'])
    assert.deepEqual(codes({ test: 'answered', howMany: 'atLeast', count: 'two' }), ['count-not-whole'])
    assert.deepEqual(codes({ test: 'answered', howMany: 'atLeast', count: '' }), ['count-not-whole'])
    assert.deepEqual(codes({ test: 'is', value: 'no', howMany: 'every', count: 'left over' }), [])
  })

  it('offers the entries of lists that come before, and within a list its own entry alone', () => {
    const ids = (from: Parameters<typeof listedFrom>[1]) => listedFrom(form, from).map(({ question }) => question.id)
    assert.deepEqual(ids({ kind: 'question', id: 'first' }), [])
    assert.deepEqual(ids({ kind: 'question', id: 'gives' }), [])
    assert.deepEqual(ids({ kind: 'question', id: 'last' }), ['name', 'signed', 'gives'])
    assert.deepEqual(ids({ kind: 'page', id: 'one' }), [])
    assert.deepEqual(ids(place), ['name', 'signed', 'gives'])
  })
})
