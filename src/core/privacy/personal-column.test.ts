import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mayBePersonal } from './personal-column.ts'

const column = (name: string, type = 'text', references: string | null = null) => ({
  table: 'event',
  name,
  type,
  references,
})

describe('mayBePersonal', () => {
  it('takes what refers to a person, whatever it is called', () => {
    assert.equal(mayBePersonal(column('owner', 'uuid', 'person')), true)
    assert.equal(mayBePersonal(column('owner', 'uuid', 'organisation')), false)
  })

  it('takes ids of people that refer to nothing', () => {
    assert.equal(mayBePersonal(column('saved_by', 'uuid')), true)
    assert.equal(mayBePersonal(column('person_id', 'uuid')), true)
    assert.equal(mayBePersonal(column('round_id', 'uuid')), false)
  })

  it('takes names, addresses and free text by the words they are called with', () => {
    for (const name of ['email', 'applicant_name', 'note', 'scope_reason', 'body'])
      assert.equal(mayBePersonal(column(name)), true, name)
    assert.equal(mayBePersonal(column('content', 'jsonb')), true)
    for (const name of ['state', 'question_id', 'content_sha256', 'kind'])
      assert.equal(mayBePersonal(column(name)), false, name)
  })

  it('takes no numbers and times', () => {
    assert.equal(mayBePersonal(column('value', 'integer')), false)
    assert.equal(mayBePersonal(column('noted_at', 'timestamp with time zone')), false)
  })
})
