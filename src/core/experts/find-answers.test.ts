import assert from 'node:assert/strict'
import { it } from 'node:test'
import { findAnswers } from './find-answers.ts'

const answers = ['Can a mutual reclaim VAT?', 'Pensions after TUPE', 'VAT and pensions of a council company']
const find = (words: string) => findAnswers(answers, words, (text) => text)

it('finds answers by how their words begin, those with most of them first', () => {
  assert.deepEqual(find('What about our pension?'), [answers[1], answers[2]])
  assert.deepEqual(find('pensions VAT'), [answers[2], answers[0], answers[1]])
  assert.deepEqual(find('leisure'), [])
})

it('finds all where only fillers are searched for', () => {
  assert.deepEqual(find('how do we'), answers)
})
