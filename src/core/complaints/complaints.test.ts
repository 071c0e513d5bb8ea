import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  countComplaints,
  datesOf,
  daysAfter,
  type Finding,
  findingOf,
  findings,
  firstTerms,
  firstTexts,
  grounds,
  isOpen,
  lastDayToComplain,
  offerHandlers,
  overdueOf,
  type Progress,
  readComplaint,
  readReply,
  readTerms,
  stateOf,
} from './index.ts'

const began: Progress = {
  acknowledgeBy: '2026-12-08',
  replyBy: '2026-12-30',
  reviewBy: null,
  handled: [],
  replied: [],
}

describe('a complaint', () => {
  it('goes from one stage to the next, and no further', () => {
    const steps: readonly Progress[] = [
      began,
      { ...began, handled: ['first'] },
      { ...began, handled: ['first'], replied: ['first'] },
      { ...began, handled: ['first'], replied: ['first'], reviewBy: '2027-02-01' },
      { ...began, handled: ['first', 'review'], replied: ['first'], reviewBy: '2027-02-01' },
      { ...began, handled: ['first', 'review'], replied: ['first', 'review'], reviewBy: '2027-02-01' },
    ]
    const states = ['received', 'with-handler', 'replied', 'review-asked', 'in-review', 'reviewed']
    assert.deepEqual(steps.map(stateOf), states)
    assert.deepEqual(steps.map(isOpen), [true, true, false, true, true, false])
  })

  it('is late from the day after, of the stage that it is in', () => {
    assert.equal(overdueOf(began, '2026-12-08'), null)
    assert.equal(overdueOf(began, '2026-12-09'), 'acknowledgement')
    assert.equal(overdueOf({ ...began, handled: ['first'] }, '2026-12-30'), null)
    assert.equal(overdueOf({ ...began, handled: ['first'] }, '2026-12-31'), 'reply')
    const replied: Progress = { ...began, handled: ['first'], replied: ['first'] }
    assert.equal(overdueOf(replied, '2027-05-01'), null)
    assert.equal(overdueOf({ ...replied, reviewBy: '2027-02-01' }, '2027-01-15'), null)
    assert.equal(overdueOf({ ...replied, reviewBy: '2027-02-01' }, '2027-02-02'), 'reply')
  })

  it('can be made until so many working days after everybody was told', () => {
    assert.equal(lastDayToComplain(null, firstTerms), null)
    // Told on Monday 21 December 2026: 22, 23, 24, 29, 30, 31 December, 4 January.
    assert.equal(lastDayToComplain('2026-12-21', { ...firstTerms, windowDays: 7 }), '2027-01-04')
    assert.deepEqual(datesOf('2026-12-21', { ...firstTerms, acknowledgeDays: 4, replyDays: 7 }), {
      acknowledgeBy: '2026-12-29',
      replyBy: '2027-01-04',
    })
    assert.equal(daysAfter('2026-04-02', 1), '2026-04-07')
  })

  it('says what it is about, in words of substance', () => {
    const words = 'The page said noon on Friday and the rules said five, so that we were late by an hour'
    const read = readComplaint({ grounds: ['notice', 'nonsense', 'rule'], words: ` ${words} `, wanted: '' })
    assert.deepEqual(read, { ok: true, value: { grounds: ['rule', 'notice'], words, wanted: '' } })
    const bad = readComplaint({ grounds: ['nonsense'], words: 'Unfair.', wanted: 'x'.repeat(10_001) })
    assert.deepEqual(!bad.ok && bad.problems.map(({ code, field }) => [code, field]), [
      ['no-ground', 'grounds'],
      ['words-too-thin', 'words'],
      ['too-long', 'wanted'],
    ])
  })
})

const because = 'The record shows that the notice went out on the day that the rules name, to all of them'

describe('a reply to a complaint', () => {
  const typed = { found: { rule: { finding: 'upheld', reasons: because } }, remedy: 'An apology', departure: '' }

  it('has a finding and reasons for every ground', () => {
    assert.ok(readReply(['rule'], typed).ok)
    const bad = readReply(['rule', 'fact'], { ...typed, found: { rule: { finding: 'perhaps', reasons: 'No.' } } })
    assert.deepEqual(!bad.ok && bad.problems, [
      { code: 'finding-missing', ground: 'rule' },
      { code: 'reasons-too-thin', ground: 'rule' },
      { code: 'finding-missing', ground: 'fact' },
      { code: 'reasons-too-thin', ground: 'fact' },
    ])
  })

  it('has a remedy for what is upheld, and names no departure where nothing is', () => {
    const bare = readReply(['rule'], { ...typed, remedy: ' ' })
    assert.deepEqual(!bare.ok && bare.problems, [{ code: 'remedy-missing' }])
    const found = { rule: { finding: 'not-upheld', reasons: because } }
    const departs = readReply(['rule'], { found, remedy: '', departure: 'assurance' })
    assert.deepEqual(!departs.ok && departs.problems, [{ code: 'departure-of-nothing' }])
    const made = readReply(['rule'], { ...typed, departure: 'made-up' })
    assert.equal(made.ok && made.value.departure, '')
  })

  it('finds in part where grounds differ', () => {
    const of = (...each: readonly Finding[]) => findingOf(each.map((finding) => ({ finding })))
    assert.equal(of('upheld', 'upheld'), 'upheld')
    assert.equal(of('upheld', 'not-upheld'), 'partly-upheld')
    assert.equal(of('partly-upheld', 'partly-upheld'), 'partly-upheld')
    assert.equal(of('not-upheld', 'not-upheld'), 'not-upheld')
  })
})

describe('who looks at a complaint', () => {
  it('is offered with everything that keeps them from it, those first whom nothing does', () => {
    const people = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
    const offered = offerHandlers(people, [
      { personId: 'a', involvement: 'decided' },
      { personId: 'a', involvement: 'assessed' },
      { personId: 'a', involvement: 'assessed' },
      { personId: 'z', involvement: 'approved' },
    ])
    assert.deepEqual(offered, [
      { id: 'b', involved: [] },
      { id: 'c', involved: [] },
      { id: 'a', involved: ['assessed', 'decided'] },
    ])
  })
})

describe('terms of complaints', () => {
  const typed = { ...firstTexts, windowDays: '20', acknowledgeDays: '5', replyDays: '20' }

  it('are those that a fund starts with', () => {
    assert.deepEqual(readTerms(typed), { ok: true, value: { terms: firstTerms, texts: firstTexts } })
  })

  it('are refused by their fields', () => {
    const codes = (changed: Partial<typeof typed>) => {
      const read = readTerms({ ...typed, ...changed })
      return read.ok ? [] : read.problems.map(({ code, field }) => `${field}: ${code}`)
    }
    assert.deepEqual(codes({ windowDays: '0' }), ['windowDays: days-not-whole'])
    assert.deepEqual(codes({ windowDays: '1.5', replyDays: '126' }), [
      'windowDays: days-not-whole',
      'replyDays: days-not-whole',
    ])
    assert.deepEqual(codes({ acknowledgeDays: '21' }), ['acknowledgeDays: acknowledged-after-reply'])
    assert.deepEqual(codes({ outsideBody: ' ', team: 'x'.repeat(2001) }), [
      'team: text-too-long',
      'outsideBody: text-missing',
    ])
  })
})

describe('counts of complaints', () => {
  it('say what the last replies found and the middle of the days', () => {
    const one = (finding: Finding | null, days: number | null) => ({ found: finding && [{ finding }], days })
    assert.deepEqual(
      countComplaints([
        one('upheld', 10),
        one('partly-upheld', 3),
        one('not-upheld', 21),
        one('not-upheld', 12),
        one(null, null),
      ]),
      { received: 5, open: 1, upheld: 1, 'partly-upheld': 1, 'not-upheld': 2, medianDays: 11 },
    )
    assert.equal(countComplaints([]).medianDays, null)
    assert.equal(countComplaints([one('upheld', 7)]).medianDays, 7)
  })

  it('add up, whatever there is', () => {
    const complaint = fc.record({
      found: fc.option(
        fc.array(fc.record({ finding: fc.constantFrom(...findings) }), { minLength: 1, maxLength: grounds.length }),
      ),
      days: fc.option(fc.nat(100)),
    })
    fc.assert(
      fc.property(fc.array(complaint), (complaints) => {
        const counts = countComplaints(complaints)
        const parts = findings.reduce((sum, finding) => sum + counts[finding], counts.open)
        assert.equal(parts, counts.received)
      }),
    )
  })
})
