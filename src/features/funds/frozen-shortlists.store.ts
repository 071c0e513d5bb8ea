import { sql } from 'kysely'
import type { ShortlistDocument } from '../../core/shortlist/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** A frozen shortlist as a funder approves it: bound to the SHA-256 of its document. */
export type ShortlistToApprove = {
  readonly roundId: string
  readonly sha256: string
  readonly document: ShortlistDocument
}

/**
 * Frozen shortlists of rounds. The area of assessment freezes them; it comes later, and may not be asked from here.
 */
export async function frozenShortlists(
  db: Database | Tx,
  roundIds: readonly string[],
): Promise<readonly ShortlistToApprove[]> {
  if (roundIds.length === 0) return []
  const { rows } = await sql<{ roundId: string; sha256: string; text: string }>`
    select round_id as "roundId", sha256, document as text from shortlist
    where round_id = any(${[...roundIds]}::uuid[]) order by frozen_at, round_id`.execute(db)
  return rows.map(({ roundId, sha256, text }) => ({ roundId, sha256, document: JSON.parse(text) }))
}
