import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { freshEmbedded } from '../../../tests/support/embedded.ts'
import { tidy } from './tidy.ts'

it('a tidied embedded database uses space again instead of growing', async (t) => {
  const { db } = await freshEmbedded(t)
  await sql`create table busy as select n as id, 0 as value, repeat('x', 500) as filler from generate_series(1, 400) as n`.execute(
    db,
  )
  const size = async () =>
    (await sql<{ bytes: number }>`select pg_relation_size('busy') as bytes`.execute(db)).rows[0]?.bytes ?? 0
  const rewrite = async () => {
    for (let count = 0; count < 5; count += 1) await sql`update busy set value = value + 1`.execute(db)
  }

  await rewrite()
  const untidy = await size()
  let position = await tidy(db, '0/0', 1)
  for (let cycle = 0; cycle < 4; cycle += 1) {
    await rewrite()
    position = await tidy(db, position, 1)
  }
  assert.ok((await size()) <= 2 * untidy, `${await size()} after ${untidy}`)
  assert.equal(await tidy(db, position), position, 'nothing to do')
})
