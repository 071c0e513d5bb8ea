import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  dueOn,
  exemptionOf,
  exemptions,
  isDisclosable,
  isLate,
  outcomesOf,
  type RequestProgress,
  type RequestTyped,
  readDraft,
  readRequest,
  requestKinds,
  requestState,
} from './index.ts'

const because = 'To tell the scores of those who were declined would harm them for no gain of the public'

describe('when a request has to be answered', () => {
  it('is the twentieth working day after it came, where a bank holiday of any part of the country is none', () => {
    // 13, 16-20, 23, 24, 27, 30, 31 December 2024; 2 January is one in Scotland; 3, 6-10, 13-15 January 2025
    assert.equal(dueOn('foi', '2024-12-12', null), '2025-01-15')
    assert.equal(dueOn('eir', '2024-12-12', null), '2025-01-15')
    // St Patrick's Day of 2026 is a Tuesday.
    assert.equal(dueOn('foi', '2026-02-18', null), '2026-03-19')
    // Received on Christmas Day: the first day is 29 December, 28 December standing in for Boxing Day.
    assert.equal(dueOn('foi', '2026-12-25', null), '2027-01-27')
  })

  it('goes by the working days of England for a letter of a Member of Parliament', () => {
    assert.equal(dueOn('mp-letter', '2024-12-12', null), '2025-01-14')
  })

  it('is a month later for somebody’s own data, or the working day after', () => {
    assert.equal(dueOn('subject-access', '2026-09-03', null), '2026-10-05')
    assert.equal(dueOn('subject-access', '2026-03-31', null), '2026-04-30')
    assert.equal(dueOn('subject-access', '2028-01-31', null), '2028-02-29')
    assert.equal(dueOn('subject-access', '2026-11-25', null), '2026-12-29')
    assert.equal(dueOn('subject-access', '2026-12-10', null), '2027-01-11')
  })

  it('is the day that was named for Parliament and the press', () => {
    for (const kind of ['written-question', 'oral-question', 'press'] as const) {
      assert.equal(dueOn(kind, '2026-12-01', '2026-12-08'), '2026-12-08')
      assert.equal(dueOn(kind, '2026-12-01', null), null)
    }
    assert.equal(dueOn('foi', '2026-02-18', '2026-02-19'), '2026-03-19')
  })
})

const none = { day: '', month: '', year: '' }
const typed: RequestTyped = {
  kind: 'foi',
  received: { day: '12', month: '12', year: '2024' },
  named: none,
  from: ' A resident ',
  text: 'How many applied?',
  applications: 'dd-2026-aaaa2, DD-2026-AAAA2 ',
  decision: true,
}
const known = new Set(['DD-2026-AAAA2'])

describe('a request', () => {
  it('is read with the day by which it is answered', () => {
    assert.deepEqual(readRequest(typed, '2024-12-13', known), {
      ok: true,
      value: {
        kind: 'foi',
        receivedOn: '2024-12-12',
        dueOn: '2025-01-15',
        from: 'A resident',
        text: 'How many applied?',
        applications: ['DD-2026-AAAA2'],
        decision: true,
      },
    })
  })

  it('is refused by its fields', () => {
    const codes = (changes: Partial<RequestTyped>) => {
      const read = readRequest({ ...typed, ...changes }, '2024-12-13', known)
      return read.ok ? [] : read.problems.map(({ code, field }) => `${field}: ${code}`)
    }
    assert.deepEqual(codes({ kind: 'rumour', received: none, from: '', text: ' ' }), [
      'kind: kind-missing',
      'received: day-missing',
      'from: from-missing',
      'text: text-missing',
    ])
    assert.deepEqual(codes({ received: { day: '31', month: '11', year: '2024' } }), ['received: day-unreal'])
    assert.deepEqual(codes({ received: { day: '14', month: '12', year: '2024' } }), ['received: received-to-come'])
    assert.deepEqual(codes({ kind: 'press' }), ['named: day-missing'])
    assert.deepEqual(codes({ kind: 'press', named: { day: '11', month: '12', year: '2024' } }), [
      'named: named-before-received',
    ])
    assert.deepEqual(codes({ applications: 'DD-2026-ZZZZ9' }), ['applications: not-in-round'])
    assert.deepEqual(codes({ text: 'x'.repeat(20_001), from: 'x'.repeat(201) }), [
      'from: from-too-long',
      'text: text-too-long',
    ])
  })

  it('goes from draft to clearing to sending, and is late from the day after', () => {
    const began: RequestProgress = {
      dueOn: '2026-12-08',
      drafts: 0,
      cleared: false,
      answeredOn: null,
      waitsSince: null,
    }
    assert.equal(requestState(began), 'to-draft')
    assert.equal(requestState({ ...began, drafts: 1 }), 'to-clear')
    assert.equal(requestState({ ...began, drafts: 2, cleared: true }), 'to-send')
    assert.equal(requestState({ ...began, drafts: 2, cleared: true, answeredOn: '2026-12-09' }), 'answered')
    assert.equal(isLate(began, '2026-12-08'), false)
    assert.equal(isLate(began, '2026-12-09'), true)
    assert.equal(isLate({ ...began, answeredOn: '2026-12-08' }, '2027-12-09'), false)
    assert.equal(isLate({ ...began, answeredOn: '2026-12-09' }, '2027-12-09'), true)
    const waits = { ...began, drafts: 1, waitsSince: '2026-12-01' }
    assert.deepEqual([requestState(waits), isLate(waits, '2027-12-09')], ['waits', false])
  })
})

describe('the draft of an answer', () => {
  const claim = { id: 's43', reason: because, publicInterest: because }
  const codes = (kind: Parameters<typeof readDraft>[0], draft: Parameters<typeof readDraft>[1]) => {
    const read = readDraft(kind, draft)
    return read.ok ? [] : read.problems.map(({ code }) => code)
  }

  it('cites an exemption where something is withheld, with reasons, and the public interest where it is qualified', () => {
    const part = { outcome: 'told-in-part', answer: 'Some of it.' }
    assert.deepEqual(codes('foi', { ...part, claimed: [claim] }), [])
    assert.deepEqual(codes('foi', { ...part, claimed: [{ id: '', reason: '', publicInterest: '' }] }), [
      'exemption-missing',
    ])
    assert.deepEqual(codes('foi', { ...part, claimed: [{ ...claim, reason: 'No.', publicInterest: '' }] }), [
      'reason-too-thin',
      'public-interest-too-thin',
    ])
    assert.deepEqual(codes('foi', { ...part, claimed: [{ id: 's40', reason: because, publicInterest: '' }] }), [])
    assert.deepEqual(codes('foi', { ...part, claimed: [claim, claim] }), ['exemption-twice'])
    assert.deepEqual(codes('eir', { ...part, claimed: [claim] }), ['exemption-of-other-law'])
    assert.deepEqual(codes('foi', { ...part, claimed: [{ ...claim, id: 's999' }] }), ['exemption-of-other-law'])
    assert.deepEqual(codes('foi', { outcome: 'told', answer: 'All of it.', claimed: [claim] }), [
      'exemption-of-nothing',
    ])
  })

  it('has an outcome of its kind, and an answer', () => {
    assert.deepEqual(codes('press', { outcome: 'refused', answer: ' ', claimed: [] }), [
      'outcome-missing',
      'answer-missing',
    ])
    assert.deepEqual(codes('press', { outcome: 'answered', answer: 'Yes.', claimed: [] }), [])
    for (const kind of requestKinds) assert.ok(outcomesOf(kind).includes('withdrawn'))
  })

  it('goes into the disclosure log only where the law is of information', () => {
    assert.equal(isDisclosable('foi', 'refused'), true)
    assert.equal(isDisclosable('eir', 'withdrawn'), false)
    assert.equal(isDisclosable('subject-access', 'passed-on'), false)
    assert.equal(isDisclosable('press', 'answered'), false)
  })
})

describe('exemptions', () => {
  it('are told apart, and are found by what they are called', () => {
    assert.equal(new Set(exemptions.map(({ id }) => id)).size, exemptions.length)
    for (const each of exemptions) assert.match(each.id, /^[sr]\d+(-\d+-[a-z])?$/)
    assert.equal(exemptionOf('r12-5-e')?.cited, 'regulation 12(5)(e)')
    assert.equal(exemptionOf('s40')?.qualified, false)
    assert.equal(exemptionOf('none'), undefined)
  })
})
