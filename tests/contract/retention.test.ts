import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { retentionRules } from '../../src/core/privacy/index.ts'
import { isRowRule } from '../../src/features/privacy/retention/due-rows.ts'
import { countPeople, countRule, sweepRule } from '../../src/features/privacy/retention/retention.store.ts'
import { describeOnBothEngines } from '../support/both-engines.ts'

const longAgo = new Date('2020-01-01T00:00:00Z')
const before = new Date('2024-01-01T00:00:00Z')
const soon = new Date('2024-04-01T00:00:00Z')
const person = '00000000-0000-7000-8000-000000000001'

describeOnBothEngines('retention', (open) => {
  it('counts every rule, holds with the rest, and empties just what is due', async () => {
    const { db } = open()
    await sql`insert into person (id, email, created_at) values (${person}::uuid, 'ann@example.gov.uk', ${longAgo})`.execute(
      db,
    )
    const write = async (subject: string, at: Date, personId: string | null): Promise<void> => {
      await sql`
        insert into message (id, kind, recipient, subject, body, person_id, created_at, state)
        values (gen_random_uuid(), 'test', 'a@example.gov.uk', ${subject}, 'Text', ${personId}::uuid, ${at}, 'sent')`.execute(
        db,
      )
    }
    await write('old', longAgo, null)
    await write('held', longAgo, person)
    await write('soon', new Date('2024-02-01T00:00:00Z'), null)
    await write('new', new Date('2025-01-01T00:00:00Z'), null)
    await sql`
      insert into legal_hold (id, kind, object_id, reason, placed_at, placed_by)
      values (gen_random_uuid(), 'person', ${person}::uuid, 'An inquiry', ${before}, ${person}::uuid)`.execute(db)
    const rules = retentionRules.filter(isRowRule)
    for (const rule of rules) {
      const { due, held, soon: next } = await countRule(db, rule, before, soon)
      assert.deepEqual([due, held, next], rule.id === 'message' ? [1, 1, 1] : [0, 0, 0], rule.id)
      const went = await db.transaction().execute(async (tx) => await sweepRule(tx, rule, before))
      assert.equal(went, due, rule.id)
    }
    const { rows } = await sql<{ subject: string }>`select subject from message order by subject`.execute(db)
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['', 'held', 'new', 'soon'],
    )
    assert.deepEqual(await countPeople(db, before, soon, '2025-06-01'), { due: 0, held: 1, soon: 0, examples: [] })
  })
})
