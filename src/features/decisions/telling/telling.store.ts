import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Rounds that are decided, whose embargo has ended and whose applicants are not told yet. */
export async function decisionsToTell(db: Database, at: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ roundId: string }>`
    select round_id as "roundId" from decision where told_at is null and tell_at <= ${at} order by tell_at, round_id`.execute(
    db,
  )
  return rows.map(({ roundId }) => roundId)
}

/** When everybody was told what was decided; null while they are not. */
export async function toldAtOf(db: Database | Tx, roundId: string): Promise<Date | null> {
  const { rows } = await sql<{ toldAt: Date | null }>`
    select told_at as "toldAt" from decision where round_id = ${roundId}::uuid`.execute(db)
  return rows[0]?.toldAt ?? null
}
