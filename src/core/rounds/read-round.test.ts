import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type RoundTyped, readRound } from './read-round.ts'

const typed: RoundTyped = {
  name: 'Round 1',
  slug: 'round-1',
  contactEmail: 'Fund@Example.gov.uk',
  eligibleKinds: ['unitary', 'county'],
  hoursToApply: '12.5',
  expectedLow: '20',
  expected: '40',
  expectedHigh: '80',
  assessors: '10',
  assessorsPerApplication: '3',
  minutesPerApplication: '60',
  panelMembers: '4',
  interviewMinutes: '45',
}

const codes = (changes: Partial<RoundTyped>): readonly string[] => {
  const read = readRound({ ...typed, ...changes })
  return read.ok ? [] : read.problems.map(({ code, field }) => `${field} ${code}`)
}

it('reads a round, with kinds in the order of the register and the address in small letters', () => {
  const read = readRound(typed)
  assert.ok(read.ok)
  assert.deepEqual(read.value.eligibleKinds, ['county', 'unitary'])
  assert.equal(read.value.contactEmail, 'fund@example.gov.uk')
  assert.equal(read.value.hoursToApply, 12.5)
})

it('wants volumes that do not fall', () => {
  assert.deepEqual(codes({ expectedLow: '50', expectedHigh: '30' }), [
    'expected volumes-not-ascending',
    'expectedHigh volumes-not-ascending',
  ])
  assert.deepEqual(codes({ expectedLow: '40', expectedHigh: '40' }), [])
})

it('says what numbers are to one another also where something else is wrong', () => {
  assert.deepEqual(codes({ name: '', expectedLow: '50', expectedHigh: 'many', assessors: '2' }), [
    'name missing',
    'expectedHigh not-a-number',
    'expected volumes-not-ascending',
    'assessors too-few-assessors',
  ])
})

it('wants as many assessors as read one application', () => {
  assert.deepEqual(codes({ assessors: '2' }), ['assessors too-few-assessors'])
  assert.deepEqual(codes({ assessors: '3' }), [])
})

it('wants somebody who may lead, of a kind that there is', () => {
  assert.deepEqual(codes({ eligibleKinds: [] }), ['eligibleKinds missing'])
  assert.deepEqual(codes({ eligibleKinds: ['county', 'parish'] }), ['eligibleKinds choice-unknown'])
})

it('keeps the words of its own addresses for itself', () => {
  assert.deepEqual(codes({ slug: 'approvals' }), ['slug slug-reserved'])
})

it('refuses what is no e-mail address', () => {
  for (const contactEmail of ['fund', 'fund@', '@example.gov.uk', 'a b@example.gov.uk', 'a@b', 'a@example..gov.uk']) {
    assert.deepEqual(codes({ contactEmail }), ['contactEmail email-malformed'], contactEmail)
  }
})
