import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from './template.ts'

describe('a fresh database', () => {
  it('is apart from the next', async (t) => {
    const one = await freshDatabase(t)
    const other = await freshDatabase(t)
    await sql`create table mine (id integer)`.execute(one.db)
    await assert.rejects(sql`select * from mine`.execute(other.db), { code: '42P01' })
  })

  it('has the migrations and is version 15 or later', async () => {
    const { db } = await freshDatabase({ after })
    const { rows } = await sql<{ number: number }>`select number from migration order by number`.execute(db)
    assert.ok(rows.length > 0)
    const version = await sql<{ number: number }>`select current_setting('server_version_num')::int as number`.execute(
      db,
    )
    assert.ok((version.rows[0]?.number ?? 0) >= 150_000)
  })
})
