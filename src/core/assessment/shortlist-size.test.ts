import assert from 'node:assert/strict'
import { it } from 'node:test'
import { shortlistSize } from './shortlist-size.ts'

it('shortlists as many as there are interviews for, and as there are places where none is said or held', () => {
  assert.equal(shortlistSize({ held: true, invited: 20 }, 10), 20)
  assert.equal(shortlistSize({ held: true, invited: null }, 10), 10)
  assert.equal(shortlistSize({ held: true }, 10), 10)
  assert.equal(shortlistSize({ held: false, invited: 20 }, 10), 10)
})
