import assert from 'node:assert/strict'
import { it } from 'node:test'
import { nameInSentence } from './name-in-sentence.ts'

it('writes nobody’s “I” and no name of a place small in the middle of a sentence', () => {
  const names = { 'I confirm': '“I confirm”', 'I’m sure': '“I’m sure”', 'Is it in England?': '“Is it in England?”' }
  for (const [label, name] of Object.entries(names)) assert.equal(nameInSentence({ label }), name)
  assert.equal(nameInSentence({ label: 'Income' }), 'income')
  assert.equal(nameInSentence({ label: 'Income in England' }), 'income in England')
})
