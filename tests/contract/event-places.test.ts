import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { onBothEngines } from '../support/both-engines.ts'

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

async function eventForTwo(db: Database): Promise<void> {
  await sql`insert into fund (id, slug, name, award_type, budget_pounds, places, cap_pounds, vat, created_at)
    values (${id(1)}::uuid, 'f', 'F', 'grant', 1000, 1, 1000, 'included', now())`.execute(db)
  await sql`insert into person (id, email, created_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@b.uk', now() from generate_series(10, 19) as n`.execute(
    db,
  )
  await sql`insert into network_event (id, fund_id, title, about, held, place, joining, starts_at, ends_at, capacity, made_at, made_by)
    values (${id(2)}::uuid, ${id(1)}::uuid, 'E', '', 'room', 'Here', '', now(), now() + interval '1 hour', 2, now(), ${id(10)}::uuid)`.execute(
    db,
  )
}

/** What became of an insert: '' when it was done, else what the database said. */
const placeFor = async (db: Database, person: number, state = 'going'): Promise<string> =>
  await sql`insert into network_place (event_id, person_id, state, since)
    values (${id(2)}::uuid, ${id(person)}::uuid, ${state}, now())`
    .execute(db)
    .then(
      () => '',
      (error: Error) => error.message,
    )

onBothEngines('never gives more places at an event than it has, however many ask at once', async ({ db }) => {
  await eventForTwo(db)
  const said = await Promise.all([10, 11, 12, 13, 14, 15].map((person) => placeFor(db, person)))
  assert.equal(said.filter((each) => each === '').length, 2)
  assert.ok(
    said.filter((each) => each !== '').every((each) => each.includes('the event is full')),
    said.join('\n'),
  )
  assert.equal(await placeFor(db, 16, 'waiting'), '')
  const up = sql`update network_place set state = 'going' where person_id = ${id(16)}::uuid`
  await assert.rejects(up.execute(db), /the event is full/)
  await assert.rejects(sql`update network_event set capacity = 1`.execute(db), /more people have a place/)
})
