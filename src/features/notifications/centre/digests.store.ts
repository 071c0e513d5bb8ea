import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** A message of a digest. */
export type Held = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly fundName: string | null
}

/**
 * Somebody whose digest is due, and of whom nobody else makes one until this transaction ends; undefined when there is
 * nobody.
 */
export async function lockDue(tx: Tx, now: Date): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId"
    from (select distinct person_id from message where state = 'held' and digest_at <= ${now}) due
    where pg_try_advisory_xact_lock(hashtextextended('digest ' || person_id::text, 0)) limit 1`.execute(tx)
  return rows[0]?.personId
}

/** What is due for a person, by fund and the oldest first; kept from others until this transaction ends. */
export async function lockHeld(tx: Tx, personId: string, now: Date): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    select m.id, m.recipient, m.subject, f.name as "fundName"
    from message m left join fund f on f.id = m.fund_id
    where m.state = 'held' and m.digest_at <= ${now} and m.person_id = ${personId}::uuid
    order by f.name nulls last, m.created_at, m.id for update of m`.execute(tx)
  return rows
}

/** Writes down which digest has them: they are in no other. */
export async function markDigested(tx: Tx, ids: readonly string[], digestId: string): Promise<void> {
  await sql`
    update message set state = 'digested', digest_id = ${digestId}::uuid where id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
}
