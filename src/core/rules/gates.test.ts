import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Gate, type GateTyped, gatesOf, gateWarnings, openGates, readGate } from './gates.ts'

const untyped = { day: '', month: '', year: '' }
const said = { state: 'complied', statement: 'Approved', evidenceUrl: '', owner: 'A. Officer' } as const
const typed: GateTyped = { ...said, on: untyped }
const [first] = gatesOf('grant')
const dated = gatesOf('support-in-kind').find((gate) => gate.dated)
const codes = (gate: Gate | undefined, more: Partial<GateTyped>): readonly string[] => {
  assert.ok(gate)
  const read = readGate(gate, { ...typed, ...more })
  return read.ok ? [] : read.problems.map(({ code }) => code)
}

describe('gates', () => {
  it('are the ten minimum requirements for a grant, and the commercial plan for support', () => {
    assert.equal(gatesOf('grant').length, 10)
    assert.deepEqual(
      gatesOf('support-in-kind').map(({ id }) => id),
      ['route-to-market', 'notices', 'earliest-start'],
    )
  })

  it('want a statement, an owner and for an explanation a reason that is more than a word', () => {
    assert.deepEqual(codes(first, {}), [])
    assert.deepEqual(codes(first, { state: '', statement: ' ', owner: '' }), [
      'state-missing',
      'statement-missing',
      'owner-missing',
    ])
    assert.deepEqual(codes(first, { state: 'explained', statement: 'Not needed - - - 1 2 3 4 5' }), ['reason-too-thin'])
    const reason = 'The scheme pays less than the sum that needs approval'
    assert.deepEqual(codes(first, { state: 'explained', statement: reason }), [])
    assert.deepEqual(codes(first, { evidenceUrl: 'javascript:alert(1)' }), ['not-a-web-address'])
  })

  it('want the first day of suppliers where it is known', () => {
    assert.deepEqual(codes(dated, {}), ['day-missing'])
    assert.deepEqual(codes(dated, { on: { day: '8', month: 'April', year: '2014' } }), [])
    assert.deepEqual(codes(dated, { on: { day: '31', month: '2', year: '2014' } }), ['day-unreal'])
    const why = 'No supplier is found before the framework is let in summer'
    assert.deepEqual(codes(dated, { state: 'explained', statement: why }), [])
    assert.deepEqual(codes(dated, { state: 'explained', statement: why, on: { ...untyped, day: '8' } }), ['day-unreal'])
  })

  it('are open until something is said of each', () => {
    const answers = gatesOf('grant').map(({ id }) => ({ ...said, gate: id, on: null }))
    assert.deepEqual(openGates('grant', answers), [])
    assert.deepEqual(
      openGates('grant', answers.slice(1)).map(({ id }) => id),
      ['senior-officer'],
    )
    assert.equal(openGates('support-in-kind', answers).length, 3)
  })

  it('warn where work would start before suppliers can: March before April, as in 2014', () => {
    const answers = [{ ...said, gate: 'earliest-start', on: '2014-04-08' }]
    assert.deepEqual(gateWarnings('support-in-kind', answers, { startsOn: '2014-03-01' }), [
      { code: 'starts-before-suppliers', startsOn: '2014-03-01', earliestOn: '2014-04-08' },
    ])
    assert.deepEqual(gateWarnings('support-in-kind', answers, { startsOn: '2014-04-08' }), [])
    assert.deepEqual(gateWarnings('grant', answers, { startsOn: '2014-03-01' }), [])
  })
})
