import assert from 'node:assert/strict'
import { it } from 'node:test'
import { leastReaders } from './least-readers.ts'

it('is what the rules say, and one where everybody reads everything', () => {
  const rules = { everyoneUpTo: 15, each: 3 }
  assert.deepEqual(
    [1, 15, 16, 300].map((count) => leastReaders(count, rules)),
    [1, 1, 3, 3],
  )
})
