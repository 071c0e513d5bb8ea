import assert from 'node:assert/strict'
import { it } from 'node:test'
import { mostTries, nextTryAt } from './webhook.ts'

it('tries five times, each time after longer', () => {
  const at = new Date('2026-03-01T09:00:00Z')
  const waits = Array.from({ length: mostTries }, (_, tries) => nextTryAt(tries + 1, at))
  assert.equal(mostTries, 5)
  assert.deepEqual(
    waits.map((next) => next?.toISOString().slice(11, 16)),
    ['09:01', '09:10', '10:00', '15:00', undefined],
  )
})
