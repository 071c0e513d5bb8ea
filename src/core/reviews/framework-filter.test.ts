import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { filterCategories, filterProblems, type RatedChoice } from './framework-filter.ts'

const because = 'It is what the service has now and all else is measured against it'

const choice = (over: Partial<RatedChoice>): RatedChoice => ({
  id: 'usual',
  category: 'delivery',
  title: 'In-house, as it is',
  businessAsUsual: true,
  fails: [],
  rating: 'amber',
  reason: because,
  ...over,
})
const mutual = choice({ id: 'mutual', businessAsUsual: false, rating: 'green' })
const stop = choice({ id: 'stop', businessAsUsual: false, rating: 'red', fails: ['strategic-fit'] })

describe('the filter from longlist to shortlist', () => {
  it('is whole when each choice is rated for a reason and one of each category is preferred', () => {
    assert.deepEqual(filterProblems([choice({}), mutual, stop]), [])
    assert.deepEqual(filterProblems([]), [])
    const everywhere = filterCategories.flatMap((category) => [choice({ category }), { ...mutual, category }])
    assert.deepEqual(filterProblems(everywhere), [])
  })

  it('names what is not rated, and reasons that say nothing', () => {
    assert.deepEqual(filterProblems([choice({}), mutual, { ...stop, rating: null }]), [
      { code: 'not-rated', choice: 'stop' },
    ])
    assert.deepEqual(filterProblems([choice({ reason: 'Too dear' }), mutual]), [
      { code: 'reason-too-thin', choice: 'usual', least: 8 },
    ])
  })

  it('carries nothing forward that fails a critical success factor, but for business as usual', () => {
    assert.deepEqual(filterProblems([choice({ fails: ['affordability'] }), mutual]), [])
    assert.deepEqual(filterProblems([choice({}), { ...mutual, fails: ['affordability', 'achievability'] }]), [
      { code: 'fails-and-not-red', choice: 'mutual', fails: ['affordability', 'achievability'] },
    ])
    assert.deepEqual(filterProblems([choice({ rating: 'red' }), mutual]), [
      { code: 'red-is-business-as-usual', choice: 'usual' },
    ])
  })

  it('has one preferred choice in each category, and business as usual in each', () => {
    assert.deepEqual(filterProblems([choice({}), { ...mutual, rating: 'amber' }]), [
      { code: 'no-green', category: 'delivery' },
    ])
    assert.deepEqual(filterProblems([choice({ rating: 'green' }), mutual]), [
      { code: 'several-greens', category: 'delivery' },
    ])
    assert.deepEqual(filterProblems([mutual]), [{ code: 'no-business-as-usual', category: 'delivery' }])
  })
})
