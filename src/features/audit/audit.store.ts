import { type RawBuilder, sql } from 'kysely'
import type { LoggedEvent, SealedEvent } from '../../core/audit/chain.ts'
import { firstPreviousHash } from '../../core/audit/chain.ts'
import type { Json } from '../../core/canonical/json.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/id.ts'

/** A change as its action tells it. The row is written in the transaction, or the statement, that makes the change. */
export type AuditEvent = {
  /** What happened, as area and past participle: `application.submitted`. */
  readonly action: string
  /** Null when the service itself did it. */
  readonly actorId: string | null
  readonly fundId?: string | null
  readonly objectType: string
  readonly objectId: string
  readonly at: Date
  readonly facts?: Json
}

/** The insert as a fragment, to stand in the `with` of a larger statement, so that a save is one statement. */
export function eventRow(event: AuditEvent) {
  return sql`insert into audit_event (id, at, action, actor_id, fund_id, object_type, object_id, facts)
    values (${newId()}::uuid, ${event.at}::timestamptz, ${event.action}, ${event.actorId}::uuid, ${event.fundId ?? null}::uuid,
      ${event.objectType}, ${event.objectId}, ${JSON.stringify(event.facts ?? {})}::jsonb)`
}

/**
 * The same, once for each row of a query over the other parts of the statement that gives `fund_id`: no row, no event. So
 * a save that finds nothing to change, or may not, leaves no trace, in one statement.
 */
export const eventRowFrom = (event: Omit<AuditEvent, 'fundId'>, source: RawBuilder<unknown>) =>
  eventRows(event, sql`${event.objectId}`, source)

/** The same, where the query gives as `object_id` what the event is about. */
export const eventRowsFrom = (event: Omit<AuditEvent, 'fundId' | 'objectId'>, source: RawBuilder<unknown>) =>
  eventRows(event, sql`source.object_id`, source)

function eventRows(
  event: Omit<AuditEvent, 'fundId' | 'objectId'>,
  objectId: RawBuilder<unknown>,
  source: RawBuilder<unknown>,
) {
  return sql`insert into audit_event (id, at, action, actor_id, fund_id, object_type, object_id, facts)
    select ${newId()}::uuid, ${event.at}::timestamptz, ${event.action}, ${event.actorId}::uuid, source.fund_id,
      ${event.objectType}, ${objectId}, ${JSON.stringify(event.facts ?? {})}::jsonb from (${source}) as source`
}

/** Writes the event in the transaction of the change. */
export async function recordEvent(tx: Database | Tx, event: AuditEvent): Promise<void> {
  await eventRow(event).execute(tx)
}

type Row = {
  id: string
  at: Date
  action: string
  actor_id: string | null
  fund_id: string | null
  object_type: string
  object_id: string
  facts: Json
}

const logged = (row: Row): LoggedEvent => ({
  id: row.id,
  at: row.at.toISOString(),
  action: row.action,
  actorId: row.actor_id,
  fundId: row.fund_id,
  objectType: row.object_type,
  objectId: row.object_id,
  facts: row.facts,
})

export async function unsealedEvents(tx: Tx, most: number): Promise<readonly LoggedEvent[]> {
  const { rows } = await sql<Row>`
    select id, at, action, actor_id, fund_id, object_type, object_id, facts
    from audit_event where sequence is null order by at, id limit ${most}`.execute(tx)
  return rows.map(logged)
}

export async function countUnsealed(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from audit_event where sequence is null`.execute(db)
  return rows[0]?.count ?? 0
}

/** Since when the oldest event waits for its seal; null when none does. */
export async function oldestUnsealedAt(db: Database): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from audit_event where sequence is null`.execute(db)
  return rows[0]?.at ?? null
}

export async function endOfChain(tx: Database): Promise<{ sequence: number; hash: string }> {
  const { rows } = await sql<{ sequence: number; hash: string }>`
    select sequence, hash from audit_event where sequence is not null order by sequence desc limit 1`.execute(tx)
  return rows[0] ?? { sequence: 0, hash: firstPreviousHash }
}

export async function saveSeals(tx: Tx, events: readonly SealedEvent[]): Promise<void> {
  const seals = events.map(({ id, sequence, previousHash, hash }) => ({
    id,
    sequence,
    previous_hash: previousHash,
    hash,
  }))
  await sql`
    update audit_event set sequence = s.sequence, previous_hash = s.previous_hash, hash = s.hash
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
      as s (id uuid, sequence bigint, previous_hash text, hash text)
    where audit_event.id = s.id`.execute(tx)
}

/** The chain after a place, in order, at most so many. */
export async function sealedEvents(db: Database, after: number, most: number): Promise<readonly SealedEvent[]> {
  const { rows } = await sql<Row & { sequence: number; previous_hash: string; hash: string }>`
    select id, at, action, actor_id, fund_id, object_type, object_id, facts, sequence, previous_hash, hash
    from audit_event where sequence > ${after} order by sequence limit ${most}`.execute(db)
  return rows.map((row) => ({
    ...logged(row),
    sequence: row.sequence,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

/** What happened to one thing, oldest first, at most the first 500. */
export async function eventsOf(db: Database, objectType: string, objectId: string): Promise<readonly LoggedEvent[]> {
  const { rows } = await sql<Row>`
    select id, at, action, actor_id, fund_id, object_type, object_id, facts
    from audit_event where object_type = ${objectType} and object_id = ${objectId} order by at, id limit 500`.execute(
    db,
  )
  return rows.map(logged)
}
