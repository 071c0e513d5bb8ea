import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { sql } from 'kysely'
import { onBothEngines } from '../../../tests/support/both-engines.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import type { Database } from '../../platform/database/database.ts'
import { type AuditEvent, eventRow, eventsOf, recordEvent, sealEvents, startSealer, verifyLog } from './index.ts'

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')
const event = (number: number): AuditEvent => ({
  action: 'thing.changed',
  actorId: null,
  objectType: 'thing',
  objectId: String(number),
  at: new Date(Date.UTC(2014, 1, 10, 17, 0, 0, number)),
  facts: { number, words: 'Ŵ 😀' },
})

async function record(db: Database, ...numbers: number[]) {
  for (const number of numbers) await recordEvent(db, event(number))
}

onBothEngines('seals what was committed into a chain that verifies', async ({ db }) => {
  await record(db, 1, 2, 3)
  assert.equal((await verifyLog(db, sha256)).unsealed, 3)
  assert.equal(await sealEvents(db, sha256), 3)
  await record(db, 4)
  assert.equal(await sealEvents(db, sha256), 1)
  const report = await verifyLog(db, sha256)
  assert.deepEqual(
    { ...report, lastHash: undefined },
    { ok: true, events: 4, unsealed: 0, firstBroken: null, lastHash: undefined },
  )
  assert.equal((await eventsOf(db, 'thing', '2')).length, 1)
})

onBothEngines('never alters, removes or empties the log, sealed or not', async ({ db }) => {
  await record(db, 1, 2)
  const refuse = (statement: string) => assert.rejects(sql.raw(statement).execute(db), /append-only/, statement)
  await refuse(`update audit_event set action = 'x'`)
  await refuse(`update audit_event set action = 'x', sequence = 1, previous_hash = '', hash = ''`)
  await sealEvents(db, sha256)
  await refuse(`update audit_event set hash = 'x'`)
  await refuse(`delete from audit_event`)
  await refuse(`truncate audit_event`)
})

onBothEngines('finds what somebody with the keys of the database altered', async ({ db }) => {
  await record(db, 1, 2, 3)
  await sealEvents(db, sha256)
  await sql`alter table audit_event disable trigger all`.execute(db)
  await sql`update audit_event set facts = '{"number": 99}' where object_id = '2'`.execute(db)
  assert.equal((await verifyLog(db, sha256)).firstBroken?.sequence, 2)
  await sql`delete from audit_event where object_id = '2'`.execute(db)
  assert.match((await verifyLog(db, sha256)).firstBroken?.text ?? '', /event 2 is missing/)
})

onBothEngines('is written in the statement of the change, or not at all', async ({ db }) => {
  await sql`create table thing (id int primary key)`.execute(db)
  const save = () => sql`with saved as (insert into thing values (1)) ${eventRow(event(1))}`.execute(db)
  await save()
  await assert.rejects(save())
  const { rows } = await sql<{ count: number }>`select count(*) from audit_event`.execute(db)
  assert.equal(rows[0]?.count, 1)
})

it('links an event that committed late after those sealed before it, and leaves no gap', async (t) => {
  const { db } = await freshDatabase(t)
  const committed = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  const late = db.transaction().execute(async (tx) => {
    await recordEvent(tx, event(1))
    written.resolve()
    await committed.promise
  })
  await written.promise
  await record(db, 2)
  assert.equal(await sealEvents(db, sha256), 1)
  committed.resolve()
  await late
  assert.equal(await sealEvents(db, sha256), 1)
  const { rows } = await sql<{ object_id: string }>`select object_id from audit_event order by sequence`.execute(db)
  assert.deepEqual(
    rows.map((row) => row.object_id),
    ['2', '1'],
  )
  assert.equal((await verifyLog(db, sha256)).ok, true)
})

it('makes one chain however many sealers there are', async (t) => {
  const { db } = await freshDatabase(t)
  const writing = Array.from({ length: 40 }, (_, number) => recordEvent(db, event(number)))
  const stops = [1, 2, 3].map(() => startSealer(db, sha256, (error) => assert.fail(String(error))))
  await Promise.all(writing)
  for (const stop of stops) await stop()
  const report = await verifyLog(db, sha256)
  assert.deepEqual([report.ok, report.events, report.unsealed], [true, 40, 0])
})

it('refuses two events with one id', async (t) => {
  const { db } = await freshDatabase(t)
  const id = randomUUID()
  const insert = () =>
    sql`insert into audit_event (id, at, action, object_type, object_id, facts) values (${id}::uuid, now(), 'a', 'b', 'c', '{}')`.execute(
      db,
    )
  await insert()
  await assert.rejects(insert(), /audit_event_pk/)
})
