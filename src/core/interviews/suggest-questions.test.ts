import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { suggestQuestions } from './suggest-questions.ts'

const bands = [0, 1, 2, 3, 4].map((points) => ({ points, name: '', guidance: '' }))
const criteria = [
  { id: 'need', name: 'Need', looksFor: 'A clear case', bands },
  { id: 'money', name: 'Money', looksFor: 'Sums that add up', bands },
]
const gave = (criterionId: string, points: number, comment = '') => ({ criterionId, points, comment })

describe('questions that doubts suggest', () => {
  it('are about the lowest criterion and the one on which assessors differ most, with what the lowest wrote', () => {
    const found = suggestQuestions(criteria, [
      gave('need', 1, 'Thin'),
      gave('need', 1, 'Thin'),
      gave('money', 4, 'Fine'),
      gave('money', 2, 'Does not add up'),
    ])
    assert.deepEqual(
      found.map(({ criterionId, comments }) => [criterionId, comments]),
      [
        ['need', ['Thin']],
        ['money', ['Does not add up']],
      ],
    )
    assert.match(found[1]?.because ?? '', /from 2 to 4/)
  })

  it('are one where both are the same, and none where nobody doubts or nobody scored', () => {
    assert.equal(suggestQuestions(criteria, [gave('need', 0), gave('need', 4), gave('money', 4)]).length, 1)
    assert.deepEqual(suggestQuestions(criteria, [gave('need', 4), gave('money', 4)]), [])
    assert.deepEqual(suggestQuestions(criteria, []), [])
  })
})
