import assert from 'node:assert/strict'
import { it } from 'node:test'
import { nameInSentence, withArticle } from './name-in-sentence.ts'

it('writes nobody’s “I” and no name of a place small in the middle of a sentence', () => {
  const names = { 'I confirm': '“I confirm”', 'I’m sure': '“I’m sure”', 'Is it in England?': '“Is it in England?”' }
  for (const [label, name] of Object.entries(names)) assert.equal(nameInSentence({ label }), name)
  assert.equal(nameInSentence({ label: 'Income' }), 'income')
  assert.equal(nameInSentence({ label: 'Income in England' }), 'income in England')
})

it('gives a noun its article, and none to what has one, to a clause or to a whole question', () => {
  const asked = {
    definition: 'the definition',
    'full name of the sponsor': 'the full name of the sponsor',
    'another model': 'another model',
    'anything else': 'anything else',
    allowance: 'the allowance',
    'a name': 'a name',
    'an email address': 'an email address',
    'your answer': 'your answer',
    'at least one service area': 'at least one service area',
    'what they said': 'what they said',
    whose: 'whose',
    'with whom': 'with whom',
    'that your answers are true': 'that your answers are true',
    '“Why change?”': '“Why change?”',
    '2027 budget': 'the 2027 budget',
  }
  for (const [name, said] of Object.entries(asked)) assert.equal(withArticle(name), said)
})
