import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Why somebody reads an application. */
export type AssignedWhy = 'assigned' | 'everyone' | 'anchor' | 'extra' | 'practice'
/** Why they no longer do. */
export type EndedWhy = 'handed-back' | 'conflict' | 'withdrawn' | 'reassigned' | 'assessor-ended'

/** Who reads what, or read it. `place`: where it stands in this assessor's shuffled pile, from 1. */
export type Assignment = {
  readonly id: string
  readonly applicationId: string
  readonly reference: string
  readonly personId: string
  readonly why: AssignedWhy
  readonly place: number
  readonly assignedAt: Date
  readonly endedAt: Date | null
  readonly endedWhy: EndedWhy | null
  readonly endedReason: string
}

const assignmentsWhere = (condition: RawBuilder<unknown>) => sql<Assignment>`
  select s.id, s.application_id as "applicationId", a.reference, s.person_id as "personId", s.why, s.place,
    s.assigned_at as "assignedAt", s.ended_at as "endedAt", s.ended_why as "endedWhy", s.ended_reason as "endedReason"
  from assignment s join application a on a.id = s.application_id
  where ${condition} order by s.person_id, s.place, s.assigned_at, s.id`

/** Who reads what in a round now, practice among it. */
export async function liveAssignmentsOf(db: Database | Tx, roundId: string): Promise<readonly Assignment[]> {
  return (await assignmentsWhere(sql`a.round_id = ${roundId}::uuid and s.ended_at is null`).execute(db)).rows
}

/** Everything that one person was given in a round, also what has ended. */
export async function assignmentsOfPerson(
  db: Database | Tx,
  roundId: string,
  personId: string,
): Promise<readonly Assignment[]> {
  const condition = sql`a.round_id = ${roundId}::uuid and s.person_id = ${personId}::uuid`
  return (await assignmentsWhere(condition).execute(db)).rows
}

export type NewAssignment = Pick<Assignment, 'id' | 'applicationId' | 'personId' | 'why' | 'place' | 'assignedAt'> & {
  readonly runId: string | null
  readonly assignedBy: string | null
}

/** Adds assignments in one statement. @throws a unique violation when somebody has one of them already */
export async function insertAssignments(tx: Tx, rows: readonly NewAssignment[]): Promise<void> {
  await sql`
    insert into assignment (id, application_id, person_id, run_id, why, place, assigned_at, assigned_by)
    select id, "applicationId", "personId", "runId", why, place, "assignedAt", "assignedBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "applicationId" uuid, "personId" uuid,
      "runId" uuid, why text, place integer, "assignedAt" timestamptz, "assignedBy" uuid)`.execute(tx)
}

/** Ends one that is live. @returns false when it had ended already */
export async function endAssignment(
  tx: Tx,
  { id, at, why, reason }: { readonly id: string; readonly at: Date; readonly why: EndedWhy; readonly reason: string },
): Promise<boolean> {
  const { rows } = await sql`
    update assignment set ended_at = ${at}, ended_why = ${why}, ended_reason = ${reason}
    where id = ${id}::uuid and ended_at is null returning id`.execute(tx)
  return rows.length === 1
}

/**
 * The rounds that somebody assesses, or one person, and whose shortlist is not frozen. Their funds are held: an assignment that is put into
 * force at this moment is either there already or sees what has changed.
 */
export async function holdRoundsOf(tx: Tx, personId?: string): Promise<readonly string[]> {
  const them = personId === undefined ? sql`true` : sql`s.person_id = ${personId}::uuid`
  const { rows } = await sql<{ roundId: string }>`
    select r.id as "roundId" from round r join fund f on f.id = r.fund_id
    where exists (select from assessor s where s.round_id = r.id and ${them}
        and s.state in ('invited', 'accepted'))
      and not exists (select from shortlist l where l.round_id = r.id)
    order by f.id, r.id for update of f`.execute(tx)
  return rows.map(({ roundId }) => roundId)
}

/** What ended in a round, practice apart, the latest first; at most 200. */
export async function endedAssignmentsOf(db: Database | Tx, roundId: string): Promise<readonly Assignment[]> {
  const condition = sql`a.round_id = ${roundId}::uuid and s.ended_at is not null and s.why <> 'practice'`
  const { rows } = await assignmentsWhere(condition).execute(db)
  return rows.toSorted((one, other) => Number(other.endedAt) - Number(one.endedAt)).slice(0, 200)
}
