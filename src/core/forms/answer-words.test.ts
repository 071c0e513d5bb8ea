import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerWords } from './answer-words.ts'

test('an answer of a group stands after its question, which keeps its own mark', () => {
  const group = {
    type: 'repeating-group',
    id: 'aims',
    label: 'Aims',
    itemName: 'aim',
    min: 0,
    max: 3,
    questions: [
      { type: 'short-text', id: 'aim', label: 'Aim' },
      { type: 'short-text', id: 'by', label: 'By when?' },
    ],
  } as const
  assert.deepEqual(answerWords(group, [{ aim: 'Fewer buildings', by: 'March 2029' }]), [
    'Aim: Fewer buildings',
    'By when? March 2029',
  ])
})
