import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  dueOn,
  type ExtensionTyped,
  exemptionOf,
  extendingExemptions,
  isExtendable,
  isTooLateToExtend,
  latestExtended,
  type RequestKind,
  readExtension,
  requestKinds,
} from './index.ts'

const because = 'Officials still weigh whether telling the scores would harm those who were declined'
const day = (on: string) => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { day: date, month, year }
}
const begunOn = '2024-12-12'
const time = (kind: RequestKind) => ({ kind, begunOn, dueOn: dueOn(kind, begunOn, null) ?? '' })
const typed: ExtensionTyped = { exemptions: ['s43'], reason: because, until: day('2025-02-12'), exceptional: false }
const codes = (kind: RequestKind, changes: Partial<ExtensionTyped>) => {
  const read = readExtension(time(kind), { ...typed, ...changes })
  return read.ok ? [] : read.problems.map(({ code }) => code)
}

describe('the time of a request', () => {
  it('is extended under the laws on information alone', () => {
    assert.deepEqual(requestKinds.filter(isExtendable), ['foi', 'eir'])
  })

  it('ends on the fortieth working day at most, counted by hand from the twentieth', () => {
    // After 15 January 2025: 16, 17, 20-24, 27-31 January, 3-7, 10-12 February are 20.
    assert.equal(dueOn('foi', begunOn, null), '2025-01-15')
    assert.equal(latestExtended(begunOn), '2025-02-12')
  })

  it('is extended under the Act for what the public interest decides, and never for what is absolute', () => {
    const ids = extendingExemptions('foi').map(({ id }) => id)
    assert.ok(ids.every((id) => exemptionOf(id)?.qualified && exemptionOf(id)?.law === 'foi'))
    // Absolute, by section 2(3) of the Act, and the refusals for cost and vexation, which are no exemptions.
    for (const absolute of ['s12', 's14', 's21', 's40', 's41', 's44']) assert.ok(!ids.includes(absolute), absolute)
    assert.deepEqual(extendingExemptions('eir'), [])
  })

  it('is extended with an exemption, a reason of substance and a day, all that is wrong being said at once', () => {
    assert.deepEqual(readExtension(time('foi'), { ...typed, exemptions: ['s43', 's40', 's43'] }), {
      ok: true,
      value: { exemptions: ['s43'], reason: because, dueOn: '2025-02-12' },
    })
    const nothing = { exemptions: ['s40'], reason: 'Busy.', until: { day: '', month: '', year: '' } }
    assert.deepEqual(codes('foi', nothing), ['no-exemption', 'reason-too-thin', 'until-missing'])
    assert.deepEqual(codes('eir', nothing), ['reason-too-thin', 'until-missing'])
    assert.deepEqual(codes('foi', { until: day('2025-02-30') }), ['until-unreal'])
    assert.deepEqual(codes('foi', { reason: 'a '.repeat(2001) }), ['reason-too-long'])
  })

  it('is extended past when it is due; past 40 working days under the Act in exceptional cases, else never', () => {
    for (const kind of ['foi', 'eir'] as const) {
      assert.deepEqual(codes(kind, { until: day('2025-01-15') }), ['until-too-soon'])
      assert.deepEqual(codes(kind, { until: day('2025-01-16') }), [])
    }
    const longer = { until: day('2025-02-13') }
    assert.deepEqual(codes('foi', longer), ['until-exceptional'])
    assert.deepEqual(codes('foi', { ...longer, exceptional: true }), [])
    assert.deepEqual(codes('eir', { ...longer, exceptional: true }), ['until-too-late'])
  })

  it('is extended while it runs: under the Regulations within the first 20 working days', () => {
    const extended = { dueOn: '2025-02-03' }
    assert.equal(isTooLateToExtend(time('foi'), '2025-01-15'), false)
    assert.equal(isTooLateToExtend(time('foi'), '2025-01-16'), true)
    assert.equal(isTooLateToExtend({ ...time('foi'), ...extended }, '2025-02-03'), false)
    assert.equal(isTooLateToExtend({ ...time('eir'), ...extended }, '2025-01-15'), false)
    assert.equal(isTooLateToExtend({ ...time('eir'), ...extended }, '2025-01-16'), true)
  })
})
