import { sql } from 'kysely'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Outcome } from './submissions.store.ts'

/** What somebody tried to submit after the deadline: kept as it would have been, and never altered. */
export type LateAttempt = {
  readonly id: string
  readonly applicationId: string
  /** 1, 2, 3, … in the order in which they came. */
  readonly number: number
  readonly receivedAt: Date
  /** The deadline that counted for the application at that time. */
  readonly deadlineAt: Date
  readonly attemptedBy: string
  readonly content: FrozenApplication
  readonly sha256: string
  readonly outcome: Outcome | null
  /** Whether nothing but the time stopped it: otherwise it cannot be let in. */
  readonly complete: boolean
}

const columns = sql`t.id, t.application_id as "applicationId", t.number, t.received_at as "receivedAt",
  t.deadline_at as "deadlineAt", t.attempted_by as "attemptedBy", t.content, t.sha256, t.outcome, t.complete`

/** @example lateReference('DD-2026-AAAA1', 2) // => 'DD-2026-AAAA1-L2' */
export const lateReference = (reference: string, number: number): string => `${reference}-L${number}`

/** The latest attempt of an application. */
export async function latestLateAttempt(db: Database | Tx, applicationId: string): Promise<LateAttempt | undefined> {
  const { rows } = await sql<LateAttempt>`
    select ${columns} from late_attempt t where t.application_id = ${applicationId}::uuid
    order by t.number desc limit 1`.execute(db)
  return rows[0]
}

/** Adds an attempt of an application, whose row the caller holds. */
export async function insertLateAttempt(tx: Tx, row: LateAttempt): Promise<void> {
  await sql`
    insert into late_attempt (id, application_id, number, received_at, deadline_at, attempted_by, content, sha256, outcome,
      complete)
    values (${row.id}::uuid, ${row.applicationId}::uuid, ${row.number}, ${row.receivedAt}, ${row.deadlineAt},
      ${row.attemptedBy}::uuid, ${JSON.stringify(row.content)}::jsonb, ${row.sha256}, ${row.outcome}, ${row.complete})`.execute(
    tx,
  )
}

/** An attempt as the programme team lists it. */
export type ListedAttempt = Omit<LateAttempt, 'content'> & {
  readonly reference: string
  readonly leadName: string
  readonly attemptedByName: string
  readonly contact: string
  readonly state: string
  /** When it was let in, if it was. */
  readonly letInAt: Date | null
}

/** Every attempt in a round, the newest first. */
export async function lateAttemptsOf(db: Database | Tx, roundId: string): Promise<readonly ListedAttempt[]> {
  const { rows } = await sql<ListedAttempt>`
    select t.id, t.application_id as "applicationId", t.number, t.received_at as "receivedAt",
      t.deadline_at as "deadlineAt", t.attempted_by as "attemptedBy", t.sha256, t.outcome, t.complete, a.reference,
      a.state, o.name as "leadName", coalesce(nullif(p.name, ''), p.email) as "attemptedByName", p.email as contact,
      (select max(x.given_at) from deadline_extension x where x.late_attempt_id = t.id) as "letInAt"
    from late_attempt t join application a on a.id = t.application_id join organisation o on o.id = a.lead_id
    join person p on p.id = t.attempted_by
    where a.round_id = ${roundId}::uuid order by t.received_at desc, t.id desc limit 500`.execute(db)
  return rows
}

/** One of them by its id, with its content. */
export async function lateAttemptById(
  db: Database | Tx,
  roundId: string,
  id: string,
): Promise<(LateAttempt & { readonly reference: string; readonly email: string }) | undefined> {
  const { rows } = await sql<LateAttempt & { reference: string; email: string }>`
    select ${columns}, a.reference, p.email from late_attempt t join application a on a.id = t.application_id
    join person p on p.id = t.attempted_by
    where a.round_id = ${roundId}::uuid and t.id::text = ${id}`.execute(db)
  return rows[0]
}

/** How many applications of a round came, and what became of the others: for the note that explains the decisions. */
export type ReceivedCounts = {
  readonly received: number
  /** Tried after the deadline, and not let in. */
  readonly late: number
  /** Begun by a body whose other application was received. */
  readonly duplicate: number
  readonly withdrawn: number
}

export async function receivedCounts(db: Database | Tx, roundId: string): Promise<ReceivedCounts> {
  const { rows } = await sql<ReceivedCounts>`
    select count(*) filter (where a.state = 'submitted') as received,
      count(*) filter (where a.state <> 'submitted' and exists (
        select from late_attempt t where t.application_id = a.id)) as late,
      count(*) filter (where a.state = 'draft' and exists (
        select from application b where b.round_id = a.round_id and b.lead_id = a.lead_id and b.state = 'submitted')) as duplicate,
      count(*) filter (where a.state = 'withdrawn') as withdrawn
    from application a where a.round_id = ${roundId}::uuid`.execute(db)
  return rows[0] ?? { received: 0, late: 0, duplicate: 0, withdrawn: 0 }
}
