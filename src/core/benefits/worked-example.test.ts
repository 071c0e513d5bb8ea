import assert from 'node:assert/strict'
import { it } from 'node:test'
import { workedExample } from './worked-example.ts'

it('works out what was published of 3BM', () => {
  const example = workedExample()
  assert.equal(example.fall, 212_250)
  assert.equal(Math.round(example.fallShare * 1000) / 10, 21.7)
  assert.equal(example.labels, 5)
  assert.deepEqual([example.endsOn, example.endsIn], ['2017-04-01', 2017])
  assert.equal(example.savingEachYear, 250_000)
  // A quarter of the fall, a half, three quarters and all of it: two and a half times the fall.
  assert.equal(example.savedOnPrice, 530_625)
  assert.equal(example.addedUp, 1_530_625)
  assert.equal(example.countedOnce, 1_000_000)
})
