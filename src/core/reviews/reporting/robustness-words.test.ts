import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AppraisedReviewOption } from '../money/index.ts'
import type { Robustness } from './robustness.ts'
import { robustnessWords } from './robustness-words.ts'

const option = (title: string) => ({ option: { title } }) as AppraisedReviewOption
const said = (over: Partial<Robustness>) =>
  robustnessWords({
    preferred: option('Mutual'),
    next: option('Trust'),
    ahead: 100,
    costsMayRise: null,
    benefitsMayFall: null,
    drivers: [],
    ...over,
  })

describe('what would change the answer', () => {
  it('is never that something falls by more than all of it', () => {
    for (const fall of [1, 0.9999, 0.9996]) {
      const drivers = [{ title: 'Staff', change: -fall, rival: option('Trust') }]
      assert.deepEqual(said({ benefitsMayFall: fall, drivers }), {
        text: 'No single change of costs or benefits puts another option before “Mutual”.',
      })
    }
    assert.deepEqual(said({ benefitsMayFall: 0.9994 }).points, ['all its benefits turn out more than 99.9% lower'])
  })

  it('is that the next driver changes, where the first would have to fall by all of it', () => {
    const drivers = [
      { title: 'Staff', change: -1, rival: option('Trust') },
      { title: 'Rent', change: 1.2, rival: option('Trust') },
    ]
    assert.deepEqual(said({ drivers }).points, [
      '“Rent” turns out more than 120% higher, when “Trust” would be worth more',
    ])
  })
})
