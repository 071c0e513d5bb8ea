import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compareDefinitions, type Form, type Question } from './index.ts'

const form = (...questions: readonly Question[]): Form => ({
  id: 'f',
  title: 'F',
  pages: [{ id: 'p', title: 'P', questions }],
})
const text = (id: string, more: object = {}): Question => ({ id, type: 'long-text', label: `About ${id}`, ...more })
const kindsIn = (before: Form, after: Form) =>
  compareDefinitions(before, after).map((change) => [change.question, change.kind])

describe('two versions of a form', () => {
  it('are the same when nothing that is asked changed', () => {
    assert.deepEqual(
      compareDefinitions(form(text('a')), form(text('a', { source: 'elsewhere', reconstructed: true }))),
      [],
    )
  })

  it('say what was added and removed', () => {
    assert.deepEqual(kindsIn(form(text('a'), text('b')), form(text('c'), text('a'))), [
      ['c', 'added'],
      ['b', 'removed'],
    ])
  })

  it('say what was reworded and which limit changed, with both values', () => {
    assert.deepEqual(
      compareDefinitions(form(text('a', { maxWords: 500 })), form(text('a', { label: 'New', maxWords: 300 }))),
      [
        { question: 'a', label: 'New', kind: 'reworded', key: 'label', before: 'About a', after: 'New' },
        { question: 'a', label: 'New', kind: 'limits', key: 'maxWords', before: 500, after: 300 },
      ],
    )
  })

  it('say the fewest questions that moved', () => {
    assert.deepEqual(kindsIn(form(text('a'), text('b'), text('c')), form(text('c'), text('a'), text('b'))), [
      ['c', 'moved'],
    ])
    const split = {
      ...form(text('a')),
      pages: [...form(text('a')).pages, { id: 'q', title: 'Q', questions: [text('b')] }],
    }
    assert.deepEqual(kindsIn(form(text('a'), text('b')), split), [['b', 'moved']])
  })

  it('say what changed about options, conditions, type and being required, also inside a group', () => {
    const radios = (value: string): Question => ({
      id: 'r',
      type: 'radios',
      label: 'R',
      options: [{ value, label: value }],
    })
    assert.deepEqual(kindsIn(form(radios('x')), form(radios('y'))), [['r', 'options']])
    assert.deepEqual(kindsIn(form(text('a')), form(text('a', { required: true, type: 'short-text' }))), [
      ['a', 'type'],
      ['a', 'required'],
    ])
    const group = (child: object): Question => ({
      id: 'g',
      type: 'repeating-group',
      label: 'G',
      questions: [{ id: 'n', type: 'url', label: 'N', ...child }],
    })
    assert.deepEqual(kindsIn(form(group({})), form(group({ showIf: { question: 'n', answered: true } }))), [
      ['n', 'condition'],
    ])
  })
})
