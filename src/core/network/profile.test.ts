import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type ProfileTyped, readProfile } from './profile.ts'

const typed: ProfileTyped = {
  service: ' Libraries ',
  serviceAreas: ['culture-and-libraries'],
  models: ['in-house-improved'],
  stage: 'options',
  about: '',
  contact: 'p1',
}

it('reads a profile, with the contact among the people of the council', () => {
  const read = readProfile(typed, ['p1'])
  assert.ok(read.ok)
  assert.deepEqual([read.value.service, read.value.stage, read.value.contactId], ['Libraries', 'options', 'p1'])
})

it('says everything that is wrong at once', () => {
  const read = readProfile(
    { service: ' ', serviceAreas: [], models: ['magic'], stage: 'over', about: 'x'.repeat(4001), contact: 'stranger' },
    ['p1'],
  )
  assert.deepEqual(read.ok ? [] : read.problems.map(({ code, field }) => `${code} ${field}`), [
    'missing service',
    'too-long about',
    'missing serviceAreas',
    'unknown models',
    'missing stage',
    'unknown contact',
  ])
})
