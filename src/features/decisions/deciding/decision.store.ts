import { sql } from 'kysely'
import type { DecisionRecord } from '../../../core/decisions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The decision of a round, for ever: `text` is canonical JSON, to the letter as it was hashed. */
export type Decision = {
  readonly roundId: string
  readonly document: DecisionRecord
  readonly text: string
  readonly sha256: string
  readonly decidedAt: Date
  readonly decidedBy: string
  /** Embargo: nobody is told before. */
  readonly tellAt: Date
  readonly toldAt: Date | null
}

/** What was decided; undefined while nothing is. */
export async function decisionOf(db: Database | Tx, roundId: string): Promise<Decision | undefined> {
  const { rows } = await sql<Omit<Decision, 'document'>>`
    select round_id as "roundId", document as text, sha256, decided_at as "decidedAt", decided_by as "decidedBy",
      tell_at as "tellAt", told_at as "toldAt"
    from decision where round_id = ${roundId}::uuid`.execute(db)
  const [row] = rows
  return row && { ...row, document: JSON.parse(row.text) }
}

/** Awards of a fund that are decided and not offered yet, in any round: they count for its money as if they were. */
export async function awardsToOffer(
  db: Database | Tx,
  fundId: string,
): Promise<readonly { readonly id: string; readonly state: 'offered'; readonly committedPounds: number }[]> {
  const { rows } = await sql<{ id: string; state: 'offered'; committedPounds: number }>`
    select a ->> 'id' as id, 'offered' as state, (a ->> 'pounds')::integer as "committedPounds"
    from decision d join round r on r.id = d.round_id
      cross join lateral jsonb_array_elements(d.document::jsonb -> 'applications') a
    where r.fund_id = ${fundId}::uuid and d.told_at is null and a ->> 'outcome' = 'award'`.execute(db)
  return rows
}

export type NewDecision = Omit<Decision, 'document' | 'toldAt'> & {
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** @returns false when the round has one already: it stays */
export async function insertDecision(tx: Tx, decision: NewDecision): Promise<boolean> {
  const { roundId, text, sha256, decidedAt, decidedBy, recordedAt, recordedBy, tellAt } = decision
  const { rows } = await sql`
    insert into decision (round_id, document, sha256, decided_by, decided_at, recorded_at, recorded_by, tell_at)
    values (${roundId}::uuid, ${text}, ${sha256}, ${decidedBy}, ${decidedAt}, ${recordedAt}, ${recordedBy}::uuid, ${tellAt})
    on conflict (round_id) do nothing returning round_id`.execute(tx)
  return rows.length === 1
}

/** Says that everybody is told, once, after the embargo. @returns false when somebody else has said it */
export async function markOutcomesTold(tx: Tx, roundId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update decision set told_at = ${at} where round_id = ${roundId}::uuid and told_at is null
    returning round_id`.execute(tx)
  return rows.length === 1
}
