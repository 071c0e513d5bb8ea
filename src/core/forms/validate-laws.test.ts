import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../canonical/index.ts'
import { checkDefinition, type Form, problemText, validateDraft, validateSubmission, whatIsVisible } from './index.ts'
import { kindOf } from './types/every-kind.ts'

type Part = { readonly [key: string]: Json }

function formOf(questions: readonly Part[], more: Part = {}): Form {
  const checked = checkDefinition({ id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions }], ...more })
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

const options = { options: ['a', 'b', 'c'].map((value) => ({ value, label: value })) }

describe('whatever is answered', () => {
  const inGroup = [
    { id: 'n', type: 'email', label: 'E', required: true },
    { id: 'm', type: 'money', label: 'M', min: 1, showIf: { question: 'n', answered: true } },
  ]
  const form = formOf([
    { id: 'yes', type: 'yes-no', label: 'Yes?' },
    ...['short-text', 'long-text', 'email', 'phone', 'url'].map((type) => ({
      id: type,
      type,
      label: 'L',
      required: true,
      maxWords: 2,
      min: 2,
    })),
    ...['whole-number', 'number', 'money', 'percentage'].map((type) => ({
      id: type,
      type,
      label: 'L',
      required: true,
      min: 1,
      max: 2,
      showIf: { question: 'yes', is: true },
    })),
    { id: 'date', type: 'date', label: 'L', min: '2014-01-01', max: '2014-12-31' },
    ...['radios', 'select', 'checkboxes'].map((type) => ({
      id: type,
      type,
      label: 'L',
      required: true,
      ...options,
      ...(type === 'checkboxes' && { min: 2, max: 2 }),
    })),
    ...['authority', 'address', 'file', 'declaration'].map((type) => ({ id: type, type, label: 'L', required: true })),
    { id: 'group', type: 'repeating-group', label: 'G', minItems: 1, maxItems: 2, questions: inGroup },
    {
      id: 'table',
      type: 'money-table',
      label: 'T',
      columns: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B', type: 'text' },
      ],
      min: 1,
      max: 2,
      maxItems: 1,
    },
    {
      id: 'fixed',
      type: 'money-table',
      label: 'T',
      columns: [{ id: 'a', label: 'A', type: 'whole-number' }],
      rows: [{ id: 'r', label: 'R' }],
    },
  ])
  const likely = fc.constantFrom<Json>(
    1,
    1.5,
    3,
    'a',
    'x y z',
    'n@example.com',
    '2014-02-10',
    '2015-02-10',
    true,
    false,
    ['a', 'b'],
    ['a'],
    [{ n: 'x', m: 0 }],
    [{ n: 'n@example.com', m: 0 }, {}, {}],
    [{ a: 1, b: 'x' }],
    [{ a: 5 }, { a: 'y' }],
    [{ row: 'r', a: 1.5 }],
    { line1: 'A' },
    { day: '1', month: '2', year: '' },
  )
  const answers = fc.dictionary(
    fc.constantFrom(...whatIsVisible(form, { yes: true }).questions.map(({ id }) => id)),
    fc.oneof(likely, fc.jsonValue() as fc.Arbitrary<Json>),
    { maxKeys: 24 },
  )

  it('a draft is never refused for what a submission would accept, and every problem has words and a listed code', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const draft = validateDraft(form, given)
        const submission = validateSubmission(form, given)
        const keys = new Set(submission.map((problem) => JSON.stringify(problem)))
        for (const problem of draft) assert.ok(keys.has(JSON.stringify(problem)), JSON.stringify(problem))
        for (const problem of submission) {
          assert.match(problemText(problem), /^[A-Z](?!.*undefined).{4,}/)
          const asked = whatIsVisible(form, given).questions.find(({ id }) => id === problem.question)
          assert.ok(asked && (problem.code === 'missing' || kindOf(asked).codes.includes(problem.code)), problem.code)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('the answers to pages later in the form do not change what is visible before', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const ids = whatIsVisible(form, given).questions.map(({ id }) => id)
        assert.equal(ids.includes('money'), given.yes === true)
        assert.equal(ids.length, given.yes === true ? 21 : 17)
      }),
    )
  })
})
