import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { phaseOf } from './phase.ts'

const opensAt = new Date('2014-01-07T00:00:00Z')
const deadlineAt = new Date('2014-02-10T17:00:00Z')
const published = { publishedAt: new Date('2014-01-06T09:00:00Z'), opensAt, deadlineAt }
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

it('counts the instant of the deadline as in time, and a millisecond later as late', () => {
  assert.equal(phaseOf(published, after(deadlineAt, -1)), 'open')
  assert.equal(phaseOf(published, deadlineAt), 'open')
  assert.equal(phaseOf(published, after(deadlineAt, 1)), 'closed')
})

it('opens at the instant that it says', () => {
  assert.equal(phaseOf(published, after(opensAt, -1)), 'announced')
  assert.equal(phaseOf(published, opensAt), 'open')
})

it('is still being prepared until it is published, whatever its dates', () => {
  assert.equal(phaseOf({ ...published, publishedAt: null }, deadlineAt), 'preparing')
  assert.equal(phaseOf({ publishedAt: after(deadlineAt, 5000), opensAt, deadlineAt }, deadlineAt), 'preparing')
})

it('never goes back to an earlier phase as time passes', () => {
  const order = ['preparing', 'announced', 'open', 'closed']
  const instant = fc.date({ min: new Date(0), max: new Date(2_000_000_000_000), noInvalidDate: true })
  fc.assert(
    fc.property(fc.tuple(instant, instant), fc.array(instant), ([one, other], times) => {
      const [opens, deadline] = one < other ? [one, other] : [other, one]
      const round = { publishedAt: new Date(0), opensAt: opens, deadlineAt: deadline }
      const phases = times.sort((a, b) => a.getTime() - b.getTime()).map((at) => order.indexOf(phaseOf(round, at)))
      assert.deepEqual(
        phases,
        [...phases].sort((a, b) => a - b),
      )
    }),
  )
})
