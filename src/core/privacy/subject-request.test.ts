import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSubjectRequest } from './subject-request.ts'

const typed = {
  kind: 'access',
  email: ' Ann@Example.gov.uk ',
  received: { day: '3', month: '9', year: '2026' },
  identity: 'She rang from the number that her council publishes',
}

describe('readSubjectRequest', () => {
  // The guide of the Information Commissioner: received on 3 September, due on 3 October; if that is no working day, on the
  // next. 3 October 2026 is a Saturday.
  it('is due a month after it came, on a working day', () => {
    assert.deepEqual(readSubjectRequest(typed, '2026-09-04'), {
      ok: true,
      value: {
        kind: 'access',
        email: 'ann@example.gov.uk',
        receivedOn: '2026-09-03',
        dueOn: '2026-10-05',
        identity: typed.identity,
      },
    })
  })

  // The same guide: received on 31 March, due on 30 April.
  it('is due on the last day of a shorter month', () => {
    const read = readSubjectRequest({ ...typed, received: { day: '31', month: '3', year: '2026' } }, '2026-09-04')
    assert.equal(read.ok && read.value.dueOn, '2026-04-30')
  })

  it('says everything that is wrong at once', () => {
    const none = { kind: '', email: '', received: { day: '', month: '', year: '' }, identity: ' ' }
    const codes = (with_: object) => {
      const read = readSubjectRequest({ ...typed, ...with_ }, '2026-09-04')
      return read.ok ? [] : read.problems.map(({ code }) => code)
    }
    assert.deepEqual(codes(none), ['kind-missing', 'email-missing', 'day-missing', 'identity-missing'])
    assert.deepEqual(codes({ received: { day: '31', month: '2', year: '2026' } }), ['day-unreal'])
    assert.deepEqual(codes({ received: { day: '5', month: '9', year: '2026' } }), ['received-to-come'])
    assert.deepEqual(codes({ identity: 'x'.repeat(1001) }), ['too-long'])
  })
})
