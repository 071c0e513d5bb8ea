import { sql } from 'kysely'
import type { DecisionRecord } from '../../core/decisions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Decided awards as a funder approves them: bound to the SHA-256 of the record. */
export type AwardsToApprove = { readonly roundId: string; readonly sha256: string; readonly document: DecisionRecord }

/** Recorded decisions of rounds. The area of decisions records them; it comes later, and may not be asked from here. */
export async function recordedDecisions(
  db: Database | Tx,
  roundIds: readonly string[],
): Promise<readonly AwardsToApprove[]> {
  if (roundIds.length === 0) return []
  const { rows } = await sql<{ roundId: string; sha256: string; text: string }>`
    select round_id as "roundId", sha256, document as text from decision
    where round_id = any(${[...roundIds]}::uuid[]) order by decided_at, round_id`.execute(db)
  return rows.map(({ roundId, sha256, text }) => ({ roundId, sha256, document: JSON.parse(text) }))
}
