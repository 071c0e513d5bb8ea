import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Form } from '../../core/forms/index.ts'
import { findDependants } from './find-dependants.ts'

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [
    {
      id: 'a',
      title: 'A',
      questions: [
        { type: 'yes-no', id: 'joint', label: 'Joint?' },
        {
          type: 'repeating-group',
          id: 'partners',
          label: 'Partners',
          questions: [
            { type: 'money', id: 'share', label: 'Share' },
            { type: 'short-text', id: 'why', label: 'Why so much?', showIf: { question: 'share', above: 10 } },
          ],
        },
      ],
    },
    { id: 'b', title: 'B', showIf: { all: [{ question: 'joint', is: true }] }, questions: [] },
  ],
  rules: [{ id: 'r', clause: 'Rule 4', when: { sum: ['share'], above: 100 }, outcome: 'fail', text: 'Too much' }],
  checks: [{ id: 'c', when: { not: { question: 'joint', answered: true } }, text: 'Say it', question: 'partners' }],
}

const names = (id: string) => findDependants(form, id).map(({ kind, name }) => `${kind}: ${name}`)

describe('what a question is needed by', () => {
  it('is every condition, rule and check that reads it, each by its name', () => {
    assert.deepEqual(names('joint'), ['page: B', 'check: Say it'])
    assert.deepEqual(names('share'), ['question: Why so much?', 'rule: Rule 4'])
  })

  it('counts for a group what reads its questions from outside, and where a check is said', () => {
    assert.deepEqual(names('partners'), ['rule: Rule 4', 'check: Say it'])
  })

  it('is nothing for a question that nobody reads', () => {
    assert.deepEqual(names('why'), [])
    assert.deepEqual(names('not there'), [])
  })
})
