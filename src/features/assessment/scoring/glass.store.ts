import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody looked at scores while they were blind: who, when, until when and why. */
export type BrokenGlass = {
  readonly id: string
  readonly personId: string
  readonly by: string
  readonly reason: string
  readonly openedAt: Date
  readonly endsAt: Date
}

/** Every time that somebody did in a round, the first one first. */
export async function glassesOf(db: Database | Tx, roundId: string): Promise<readonly BrokenGlass[]> {
  const { rows } = await sql<BrokenGlass>`
    select g.id, g.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as by, g.reason,
      g.opened_at as "openedAt", g.ends_at as "endsAt"
    from break_glass g join person p on p.id = g.person_id
    where g.round_id = ${roundId}::uuid order by g.opened_at, g.id`.execute(db)
  return rows
}

export async function insertGlass(tx: Tx, row: Omit<BrokenGlass, 'by'> & { readonly roundId: string }): Promise<void> {
  await sql`
    insert into break_glass (id, round_id, person_id, reason, opened_at, ends_at)
    values (${row.id}::uuid, ${row.roundId}::uuid, ${row.personId}::uuid, ${row.reason}, ${row.openedAt},
      ${row.endsAt})`.execute(tx)
}
