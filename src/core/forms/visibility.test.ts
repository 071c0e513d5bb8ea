import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../canonical/index.ts'
import {
  type Answers,
  checkDefinition,
  type Form,
  problemText,
  validateDraft,
  validatePage,
  validateSubmission,
  whatIsVisible,
} from './index.ts'

type Part = { readonly [key: string]: Json }

function formOf(questions: readonly Part[], more: Part = {}): Form {
  const checked = checkDefinition({ id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions }], ...more })
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

type Said = readonly (readonly [field: string, code: string, text: string])[]
const said = (problems: ReturnType<typeof validateDraft>): Said =>
  problems.map((problem) => [problem.field, problem.code, problemText(problem)])

describe('a hidden question', () => {
  const form = formOf(
    [
      { id: 'joint', type: 'yes-no', label: 'Joint?' },
      { id: 'partner', type: 'short-text', label: 'Partner', required: true, showIf: { question: 'joint', is: true } },
      { id: 'share', type: 'money', label: 'Share', required: true, showIf: { question: 'partner', answered: true } },
    ],
    { checks: [{ id: 'c', when: { not: { question: 'share', above: 5 } }, text: 'Too little', question: 'share' }] },
  )

  it('is not asked for, nor are its answers looked at', () => {
    assert.deepEqual(validateSubmission(form, { joint: false }), [])
    assert.deepEqual(validateSubmission(form, { joint: false, partner: 99, share: 'rubbish' }), [])
    assert.deepEqual(validateDraft(form, { partner: 99 }), [])
  })

  it('counts for nothing in the conditions of others', () => {
    const seen = (answers: Answers) => whatIsVisible(form, answers).questions.map(({ id }) => id)
    assert.deepEqual(seen({ joint: true, partner: 'Hull' }), ['joint', 'partner', 'share'])
    assert.deepEqual(seen({ joint: false, partner: 'Hull' }), ['joint'])
    assert.deepEqual(
      said(validateSubmission(form, { joint: true, partner: 'Hull', share: 1 })).map((row) => row[1]),
      ['check'],
    )
  })

  it('counts for nothing in a sum, also inside an item of a group', () => {
    const group = formOf([
      {
        id: 'partners',
        type: 'repeating-group',
        label: 'Partners',
        questions: [
          { id: 'pays', type: 'yes-no', label: 'Pays' },
          { id: 'share', type: 'money', label: 'Share', showIf: { question: 'pays', is: true } },
        ],
      },
      { id: 'more', type: 'short-text', label: 'More', showIf: { sum: ['share'], above: 10 } },
    ])
    const seen = (second: boolean) =>
      whatIsVisible(group, {
        partners: [
          { pays: true, share: 6 },
          { pays: second, share: 6 },
        ],
      }).questions.length
    assert.equal(seen(true), 2)
    assert.equal(seen(false), 1)
  })

  it('hides with its page', () => {
    const checked = checkDefinition({
      id: 'f',
      title: 'F',
      pages: [
        { id: 'one', title: 'One', questions: [{ id: 'a', type: 'yes-no', label: 'A' }] },
        {
          id: 'two',
          title: 'Two',
          showIf: { question: 'a', is: true },
          questions: [{ id: 'b', type: 'short-text', label: 'B', required: true }],
        },
      ],
    })
    assert.ok(checked.ok)
    assert.deepEqual(validateSubmission(checked.value, { a: false }), [])
    assert.deepEqual(validatePage(checked.value, { a: false }, 'two', 'submit'), [])
    assert.deepEqual(said(validatePage(checked.value, { a: true }, 'two', 'submit')), [['b', 'missing', 'Enter the b']])
    assert.deepEqual(validatePage(checked.value, { a: true }, 'two', 'draft'), [])
    assert.deepEqual(validatePage(checked.value, { a: true }, 'one', 'submit'), [])
  })
})
