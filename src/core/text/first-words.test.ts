import assert from 'node:assert/strict'
import { it } from 'node:test'
import { firstWords } from './first-words.ts'

it('says how a text begins, on one line', () => {
  assert.equal(firstWords('Demand for the service\n\nhas doubled.', 3), 'Demand for the…')
  assert.equal(firstWords('  Demand\tfor  the ', 3), 'Demand for the')
  assert.equal(firstWords('', 3), '')
})

it('cuts a word that is no word, between characters', () => {
  assert.equal(firstWords('👍'.repeat(31), 3), `${'👍'.repeat(30)}…`)
  assert.equal(firstWords('x'.repeat(30), 3), 'x'.repeat(30))
})
