import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FrozenQuestion } from '../forms/index.ts'
import { leaveContacts } from './leave-contacts.ts'

const question = (id: string, type: FrozenQuestion['type'], more: Partial<FrozenQuestion> = {}): FrozenQuestion => ({
  id,
  type,
  label: id,
  value: id,
  shown: [id],
  ...more,
})
const ids = (questions: readonly FrozenQuestion[], asked: readonly string[] = []): unknown =>
  leaveContacts([{ id: 'p', title: 'P', questions }], new Set(asked)).map((page) =>
    page.questions.map(({ id, items }) =>
      items === undefined ? id : items.map((item) => item.questions.map((each) => each.id)),
    ),
  )

describe('answers by which people can be reached', () => {
  it('are left out, also of groups, and a page that has no others goes with them', () => {
    const partner = { title: 'Partner 1', questions: [question('name', 'short-text'), question('phone', 'phone')] }
    assert.deepEqual(
      ids([
        question('why', 'long-text'),
        question('mail', 'email'),
        question('partners', 'repeating-group', { items: [partner] }),
      ]),
      [['why', [['name']]]],
    )
    assert.deepEqual(ids([question('mail', 'email'), question('office', 'address')]), [])
  })

  it('stay where a criterion asks for them', () => {
    assert.deepEqual(ids([question('office', 'address'), question('mail', 'email')], ['office']), [['office']])
  })
})
