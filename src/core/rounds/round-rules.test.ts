import assert from 'node:assert/strict'
import { it } from 'node:test'
import { freeSlot, leadCategoryOf, leadSlotsFor } from './round-rules.ts'

const bySize = {
  question: 'bid-size',
  categories: [
    { value: 'large', name: 'large bid', most: 1 },
    { value: 'small', name: 'small bid', most: 2 },
  ],
}

it('takes the category from the answer to its question, and knows none before that', () => {
  assert.equal(leadCategoryOf(bySize, 'small')?.most, 2)
  assert.equal(leadCategoryOf(bySize, undefined), undefined)
  assert.equal(leadCategoryOf(bySize, 'huge'), undefined)
  assert.equal(leadCategoryOf(leadSlotsFor(3), undefined)?.most, 3)
})

it('gives each slot once, a freed one again, and none when all are taken', () => {
  const three = { value: '', name: '', most: 3 }
  const taken: number[] = []
  for (;;) {
    const slot = freeSlot(three, taken)
    if (slot === undefined) break
    taken.push(slot)
  }
  assert.deepEqual(taken, [1, 2, 3])
  assert.equal(freeSlot(three, [1, 3]), 2)
})
