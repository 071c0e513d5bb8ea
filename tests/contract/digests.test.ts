import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { sendDigests } from '../../src/features/notifications/centre/send-digests.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { onBothEngines } from '../support/both-engines.ts'
import { testServer } from '../support/server.ts'

const now = new Date('2026-11-02T07:00:00Z')

/** Three people with two messages each whose digest is due, and one message each that is for later. */
async function withHeld(db: Database): Promise<void> {
  for (const number of [1, 2, 3]) {
    const person = `00000000-0000-7000-8000-00000000092${number}`
    await sql`insert into person (id, email, created_at) values (${person}::uuid, ${`p${number}@x.example`}, now())`.execute(
      db,
    )
    for (const [index, due] of ['2026-11-02T06:00:00Z', '2026-11-02T07:00:00Z', '2026-11-02T07:00:01Z'].entries())
      await sql`insert into message (id, kind, recipient, person_id, subject, body, state, created_at, digest_at)
        values (gen_random_uuid(), 'network.posted', ${`p${number}@x.example`}, ${person}::uuid, ${`About ${index}`}, 'x', 'held',
          now(), ${due}::timestamptz)`.execute(db)
  }
}

onBothEngines(
  'each message that is put off is in one digest, however many processes send them at once',
  async (open) => {
    await withHeld(open.db)
    // The server ends before its database is closed.
    const ends: (() => Promise<void>)[] = []
    const { services } = await testServer({ after: (end) => ends.push(end) }, open, { clock: () => now })
    await Promise.all([1, 2, 3, 4].map(() => sendDigests(services)))
    const { rows } = await sql<{ recipient: string; digests: number; held: number }>`
    select recipient, count(distinct digest_id)::int as digests, count(*) filter (where state = 'held')::int as held
    from message where kind = 'network.posted' group by recipient order by recipient`.execute(open.db)
    assert.deepEqual(
      rows,
      [1, 2, 3].map((number) => ({ recipient: `p${number}@x.example`, digests: 1, held: 1 })),
    )
    const { rows: sent } = await sql<{ recipient: string; body: string }>`
    select recipient, body from message where kind = 'digest' order by recipient`.execute(open.db)
    assert.deepEqual(
      sent.map(({ recipient }) => recipient),
      ['p1@x.example', 'p2@x.example', 'p3@x.example'],
    )
    for (const { body } of sent)
      assert.ok(body.includes('About 0') && body.includes('About 1') && !body.includes('About 2'))
    await sendDigests(services)
    const { rows: after } = await sql`select 1 from message where kind = 'digest'`.execute(open.db)
    assert.equal(after.length, 3)
    for (const end of ends) await end()
  },
)

onBothEngines(
  'a message is put off with the day of its digest and whose it is, and is in a digest that there is',
  async (open) => {
    await withHeld(open.db)
    await assert.rejects(sql`update message set digest_at = null`.execute(open.db), {
      constraint: 'message_held_has_digest',
    })
    await assert.rejects(sql`update message set person_id = null`.execute(open.db), {
      constraint: 'message_held_has_digest',
    })
    await assert.rejects(sql`update message set state = 'digested'`.execute(open.db), {
      constraint: 'message_digested_has_digest',
    })
    await assert.rejects(
      sql`update message set state = 'digested', digest_id = '00000000-0000-7000-8000-000000000999'`.execute(open.db),
      { constraint: 'message_digest_exists' },
    )
  },
)
