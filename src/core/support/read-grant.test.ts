import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Result } from '../result.ts'
import { typedDay } from '../time/typed-day.ts'
import { readClaim, readInstalments, readPayment, readReturn, readStatement, readYearEnd } from './read-grant.ts'

const codes = (read: Result<unknown, { readonly code: string }>) =>
  read.ok ? [] : read.problems.map(({ code }) => code)
const blank = { title: '', upon: 'milestone', due: typedDay(null), pounds: '', condition: '' }
const line = { ...blank, title: 'Start', due: typedDay('2027-01-31'), pounds: '£10,000.50' }

describe('instalments as they are typed', () => {
  it('keep the number of their line, past the lines that are blank', () => {
    const read = readInstalments([line, blank, { ...line, upon: 'date', condition: ' Case approved ' }])
    assert.deepEqual(read.ok && read.value.map(({ number, pence, condition }) => [number, pence, condition]), [
      [1, 1_000_050, ''],
      [3, 1_000_050, 'Case approved'],
    ])
  })

  it('have all that is wrong said at once, by line', () => {
    const read = readInstalments([
      { ...blank, title: 'x' },
      { ...line, pounds: '0', upon: '', due: { ...line.due, month: '13' } },
    ])
    assert.deepEqual(!read.ok && read.problems.map((each) => [each.line, each.problem.field, each.problem.code]), [
      [1, 'due', 'day-missing'],
      [1, 'pounds', 'missing'],
      [2, 'upon', 'missing'],
      [2, 'due', 'day-malformed'],
      [2, 'pounds', 'too-small'],
    ])
  })
})

describe('what is typed of a grant', () => {
  const day = typedDay('2027-01-31')
  it('is an amount above nothing, in pounds and pence, with what it is for', () => {
    assert.deepEqual(readClaim({ pounds: '0.01', what: 'x' }), { ok: true, value: { pence: 1, what: 'x' } })
    assert.deepEqual(codes(readClaim({ pounds: '1.234', what: '' })), ['not-whole', 'missing'])
    assert.deepEqual(codes(readClaim({ pounds: '-1', what: 'x' })), ['too-small'])
  })

  it('is paid and returned on a day that has come, with a reference', () => {
    const then = { from: '2027-01-31', today: '2027-01-31' }
    const tooSoon = { from: '2027-01-01', today: '2027-01-30' }
    const tooLate = { from: '2027-02-01', today: '2027-02-02' }
    assert.deepEqual(codes(readPayment({ paid: day, reference: '' }, tooSoon)), ['day-to-come', 'missing'])
    assert.deepEqual(codes(readPayment({ paid: day, reference: '' }, tooLate)), ['day-too-early', 'missing'])
    assert.equal(readPayment({ paid: day, reference: 'BACS 1' }, then).ok, true)
    const returned = { pounds: '5', on: day, reference: 'r', reason: 'unspent' }
    assert.equal(readReturn(returned, then).ok, true)
    assert.equal(readReturn(returned, { ...then, from: undefined }).ok, true)
    assert.deepEqual(codes(readReturn(returned, tooLate)), ['day-too-early'])
    assert.deepEqual(codes(readReturn({ ...returned, reason: '', on: typedDay(null) }, then)), [
      'day-missing',
      'missing',
    ])
  })

  it('is stated by somebody who agrees, and may be that nothing was spent', () => {
    const typed = {
      until: day,
      spent: '0',
      what: 'Nothing yet',
      lessBecause: '',
      name: 'N',
      jobTitle: 'J',
      agreed: true,
    }
    assert.equal(readStatement(typed, '2027-01-31').ok, true)
    assert.deepEqual(codes(readStatement({ ...typed, agreed: false, name: ' ' }, '2027-01-31')), ['missing', 'missing'])
  })

  it('is reviewed for a year that there is', () => {
    const typed = { year: '2025', ledger: '10', finding: 'stop', reason: 'Done' }
    assert.deepEqual(readYearEnd(typed, [2024, 2025]), {
      ok: true,
      value: { year: 2025, ledgerPence: 1000, finding: 'stop', reason: 'Done' },
    })
    assert.deepEqual(codes(readYearEnd({ ...typed, year: '2026', finding: '' }, [2025])), ['choice-unknown', 'missing'])
  })
})
