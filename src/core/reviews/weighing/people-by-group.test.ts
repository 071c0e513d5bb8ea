import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { peopleByGroup } from './people-by-group.ts'

describe('people by whom they speak for', () => {
  it('are named after it, so that a picture has the names of the table beside it', () => {
    const people = [
      { name: 'Ada', speaksFor: 'Staff' },
      { name: 'Ben', speaksFor: '' },
      { name: 'Cai', speaksFor: 'Staff' },
    ]
    assert.deepEqual(peopleByGroup(people), [
      { speaksFor: 'Staff', label: 'Staff: Ada, Cai' },
      { speaksFor: '', label: 'Nobody in particular: Ben' },
    ])
  })
})
