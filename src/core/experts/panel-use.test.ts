import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { useByExpert, useOfAll } from './panel-use.ts'

// Quarters of an hour, as they are recorded, are exact.
const spent = fc.record({
  expertId: fc.constantFrom('a', 'b', 'c'),
  hours: fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4),
  feePounds: fc.integer({ min: 0, max: 500 }),
})

it('adds up to the same by expert and for all', () => {
  fc.assert(
    fc.property(fc.array(spent), (all) => {
      const each = [...useByExpert(all).values()]
      const total = (part: 'requests' | 'hours' | 'pounds') => each.reduce((sum, one) => sum + one[part], 0)
      const { requests, hours, pounds } = useOfAll(all)
      assert.deepEqual([total('requests'), total('hours'), total('pounds')], [requests, hours, pounds])
      assert.equal(requests, all.length)
    }),
  )
})
