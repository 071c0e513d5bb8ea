import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { bothTexts } from './both-texts.ts'

it('puts what is saved first and what is new after it', () => {
  assert.equal(bothTexts('Costs rise.', 'Grants fall.', '\n\n'), 'Costs rise.\n\nGrants fall.')
})

it('says nothing twice when one holds the other, or one is blank', () => {
  assert.equal(bothTexts('Costs rise', 'Costs rise, and grants fall', ' '), 'Costs rise, and grants fall')
  assert.equal(bothTexts('Costs rise, and grants fall', 'Costs rise', ' '), 'Costs rise, and grants fall')
  assert.equal(bothTexts('', 'Costs rise', ' '), 'Costs rise')
})

it('holds every character of both, whatever they are', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (theirs, mine) => {
      const both = bothTexts(theirs, mine, '\n\n')
      assert.ok(both.includes(theirs) && both.includes(mine))
    }),
  )
})
