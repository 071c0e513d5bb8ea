import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../tests/support/template.ts'
import { newId } from '../../platform/id.ts'
import { forgetOldSignIns } from './forget-old-sign-ins.ts'

it('forgets requests after 30 days and sessions after a year, and nothing younger', async (t) => {
  const { db } = await freshDatabase(t)
  const now = new Date('2026-06-01T12:00:00Z')
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const personId = newId()
  await sql`insert into person (id, email, created_at) values (${personId}::uuid, 'a@b.uk', ${now})`.execute(db)
  for (const days of [29, 31]) {
    await sql`insert into sign_in_request (id, email, token_hash, code_hash, browser_hash, ip_hash, created_at, expires_at)
      values (${newId()}::uuid, 'a@b.uk', ${`t${days}`}, 'c', 'b', 'i', ${daysAgo(days)}, ${daysAgo(days)})`.execute(db)
  }
  for (const days of [364, 366]) {
    await sql`insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
      values (${newId()}::uuid, ${`s${days}`}, ${personId}::uuid, ${daysAgo(days)}, ${daysAgo(days)}, ${daysAgo(days)})`.execute(
      db,
    )
  }
  await forgetOldSignIns(db, now)
  const { rows } = await sql<{ kept: string }>`
    select token_hash as kept from sign_in_request union all select token_hash from session order by 1`.execute(db)
  assert.deepEqual(
    rows.map(({ kept }) => kept),
    ['s364', 't29'],
  )
})
