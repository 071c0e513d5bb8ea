import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type DecideTyped, readDecision } from './record-decision.ts'

const at = new Date('2026-06-10T09:00:00Z')
const typed: DecideTyped = {
  who: 'self',
  name: '',
  title: 'Minister',
  evidence: '',
  approval: 'yes',
  reason: '',
  tell: { day: '12', month: '6', year: '2026', clock: '9am' },
  expires: { day: '30', month: '9', year: '2026', clock: '' },
  declared: { references: [], none: false, statement: '', takenBack: '' },
}
const problems = (change: Partial<typeof typed>): readonly string[] => {
  const read = readDecision({ ...typed, ...change }, { actorName: 'Margaret Hale', hasReserve: true, at })
  return read.ok ? [] : read.problems.map(({ code }) => code)
}
const past = { day: '1', month: '2', year: '2026', clock: '' }

describe('the end of a reserve list', () => {
  it('is after everybody is told', () => {
    assert.deepEqual(problems({}), [])
    assert.deepEqual(problems({ expires: { ...past, day: '11', month: '6' } }), ['expires-before-tell'])
  })

  it('is not in the past, said with a time of telling that is in the past or missing', () => {
    const tell = { ...past, clock: '9am' }
    assert.deepEqual(problems({ tell, expires: past }), ['tell-in-the-past', 'expires-before-tell'])
    const none = { day: '', month: '', year: '', clock: '' }
    assert.deepEqual(problems({ tell: none, expires: past }), ['tell-missing', 'expires-before-tell'])
  })
})
