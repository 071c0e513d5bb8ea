import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkExtension, type ExtensionAsked, effectiveDeadline, hoursToExtendAfter } from './extension.ts'
import { phaseOf } from './phase.ts'

const own = new Date('2027-03-27T17:00:00Z')
const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
const hours = (count: number): number => count * 3_600_000

describe('the deadline that counts', () => {
  const extension = fc.record({
    applicationId: fc.constantFrom(null, 'a', 'b'),
    deadlineAt: fc.date({ min: new Date(0), max: new Date(4_000_000_000_000), noInvalidDate: true }),
  })

  it('is the latest that the application has been given, found by a second way', () => {
    fc.assert(
      fc.property(fc.array(extension), fc.constantFrom(null, 'a', 'b'), (given, whose) => {
        const theirs = given
          .filter(({ applicationId }) => applicationId === null || applicationId === whose)
          .map(({ deadlineAt }) => deadlineAt)
        const sorted = [own, ...theirs].sort((one, other) => other.getTime() - one.getTime())
        assert.equal(effectiveDeadline(own, given, whose)?.getTime(), sorted[0]?.getTime())
      }),
    )
  })

  it('never comes sooner when more is given, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(extension), extension, (given, more) => {
        const before = effectiveDeadline(own, given, 'a')?.getTime() ?? 0
        assert.ok((effectiveDeadline(own, [more, ...given], 'a')?.getTime() ?? 0) >= before)
        assert.deepEqual(effectiveDeadline(own, [more, ...given], 'a'), effectiveDeadline(own, [...given, more], 'a'))
      }),
    )
  })

  it('is not set while the timetable does not set one', () => {
    assert.equal(effectiveDeadline(null, [], null), null)
  })

  // The clocks go forward at 1am GMT on 28 March 2027: from 5pm GMT to 5pm BST a day later are 23 hours.
  it('counts to the millisecond, over a change of the clocks', () => {
    const next = new Date('2027-03-28T16:00:00Z')
    assert.equal(next.getTime() - own.getTime(), hours(23))
    const deadlineAt = effectiveDeadline(own, [{ applicationId: null, deadlineAt: next }], 'a')
    const round = { publishedAt: new Date(0), opensAt: new Date(0), deadlineAt }
    assert.equal(phaseOf(round, after(own, 1)), 'open')
    assert.equal(phaseOf(round, after(next, -1)), 'open')
    assert.equal(phaseOf(round, next), 'open')
    assert.equal(phaseOf(round, after(next, 1)), 'closed')
  })

  it('is nobody else’s when one application was given more', () => {
    const given = [{ applicationId: 'a', deadlineAt: after(own, 60_000) }]
    assert.deepEqual(effectiveDeadline(own, given, 'a'), after(own, 60_000))
    assert.deepEqual(effectiveDeadline(own, given, 'b'), own)
    assert.deepEqual(effectiveDeadline(own, given, null), own)
  })
})

describe('giving more time', () => {
  const round = { publishedAt: new Date(0), opensAt: new Date('2027-01-07T09:00:00Z'), deadlineAt: own }
  const fault: ExtensionAsked = {
    scope: 'everyone',
    kind: 'service-fault',
    reason: 'The service was down',
    notice: 'Everyone has a day more',
    deadlineAt: after(own, hours(24)),
  }
  const codes = (asked: Partial<ExtensionAsked>, at = after(own, -1)): readonly string[] =>
    checkExtension(round, own, { ...fault, ...asked }, at).map(({ code }) => code)

  it('is possible until so long after the deadline, and not a millisecond later', () => {
    const long = { deadlineAt: after(own, hours(200)) }
    assert.deepEqual(codes(long), [])
    assert.deepEqual(codes(long, after(own, hours(hoursToExtendAfter))), [])
    assert.deepEqual(codes(long, after(own, hours(hoursToExtendAfter) + 1)), ['extension-too-late'])
  })

  it('takes no time away, gives some, and not in the past', () => {
    assert.deepEqual(codes({ deadlineAt: own }), ['extension-gives-nothing'])
    assert.deepEqual(codes({ deadlineAt: after(own, -1) }), ['extension-gives-nothing'])
    assert.deepEqual(codes({ deadlineAt: after(own, 1) }), [])
    assert.deepEqual(codes({ deadlineAt: after(own, 5) }, after(own, 5)), ['extension-in-the-past'])
    assert.deepEqual(codes({ deadlineAt: after(own, 6) }, after(own, 5)), [])
  })

  it('is for everyone when the service failed, has a reason, and tells everyone', () => {
    assert.deepEqual(codes({ scope: 'one' }), ['fault-extends-everyone'])
    assert.deepEqual(codes({ scope: 'one', kind: 'other', notice: '' }), [])
    assert.deepEqual(codes({ reason: ' ', notice: '\n' }), ['extension-reason-missing', 'extension-notice-missing'])
    assert.deepEqual(codes({ reason: 'x'.repeat(1001) }), ['extension-too-long'])
  })

  it('waits until the round has opened: before that its timetable is changed', () => {
    assert.deepEqual(codes({}, new Date('2027-01-07T08:59:59.999Z')), ['extension-before-opening'])
  })
})
