import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Answers, answerWords, checkDefinition, type Form, problemText, validateSubmission } from './index.ts'

const first = { type: 'whole-number', id: 'first', label: 'Which is the first year?', shortName: 'first year' } as const
const year = { ...first, min: 2019, max: 2099 }

function formOf(question: object): Form {
  const checked = checkDefinition({ id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions: [question] }] })
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

const saidOf = (question: object, answers: Answers) => validateSubmission(formOf(question), answers).map(problemText)

describe('a question that takes years only', () => {
  it('says its answer as a year is written, and any other number with its commas', () => {
    assert.deepEqual(answerWords(year, 2026), ['2026'])
    assert.deepEqual(answerWords(first, 2026), ['2,026'])
    assert.deepEqual(answerWords({ ...first, min: 0, max: 2099 }, 2026), ['2,026'])
    assert.deepEqual(answerWords({ ...first, min: 2019, max: 20_000 }, 2026), ['2,026'])
  })

  it('says which years it takes as years too', () => {
    assert.deepEqual(saidOf(year, { first: 2018 }), ['First year must be 2019 or later'])
    assert.deepEqual(saidOf(year, { first: 2100 }), ['First year must be 2099 or earlier'])
    assert.deepEqual(saidOf({ ...first, min: 1000 }, { first: 999 }), ['First year must be 1,000 or more'])
    assert.deepEqual(saidOf(year, { first: 2019 }), [])
  })
})
