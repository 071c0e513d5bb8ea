import { sql } from 'kysely'
import type { SubjectRequestKind } from '../../../core/privacy/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What somebody asked of what is kept about them. */
export type SubjectRequest = {
  readonly id: string
  readonly number: number
  readonly kind: SubjectRequestKind
  readonly personId: string
  readonly email: string
  readonly receivedOn: IsoDay
  readonly dueOn: IsoDay
  readonly identityNote: string
  readonly loggedAt: Date
  readonly loggedByName: string
  readonly closedAt: Date | null
  readonly closedByName: string | null
  readonly answer: string
}

const columns = sql`r.id, r.number, r.kind, r.person_id as "personId", p.email, r.received_on as "receivedOn",
  r.due_on as "dueOn", r.identity_note as "identityNote", r.logged_at as "loggedAt",
  coalesce(nullif(l.name, ''), l.email) as "loggedByName", r.closed_at as "closedAt",
  coalesce(nullif(c.name, ''), c.email) as "closedByName", r.answer`
const tables = sql`subject_request r join person p on p.id = r.person_id join person l on l.id = r.logged_by
  left join person c on c.id = r.closed_by`

/** Those that are open first, by the day they are due, then the newest. */
export async function subjectRequests(db: Database): Promise<readonly SubjectRequest[]> {
  const { rows } = await sql<SubjectRequest>`
    select ${columns} from ${tables}
    order by r.closed_at is not null, case when r.closed_at is null then r.due_on end, r.number desc limit 200`.execute(
    db,
  )
  return rows
}

export async function subjectRequest(db: Database | Tx, number: string): Promise<SubjectRequest | undefined> {
  const { rows } = await sql<SubjectRequest>`
    select ${columns} from ${tables} where r.number::text = ${number}`.execute(db)
  return rows[0]
}

/** Logs a request under the next number. @returns its number */
export async function insertSubjectRequest(
  tx: Tx,
  row: Pick<SubjectRequest, 'id' | 'kind' | 'personId' | 'receivedOn' | 'dueOn' | 'identityNote' | 'loggedAt'> & {
    readonly loggedBy: string
  },
): Promise<number> {
  await sql`lock table subject_request in share row exclusive mode`.execute(tx)
  const { rows } = await sql<{ number: number }>`
    insert into subject_request (id, number, kind, person_id, received_on, due_on, identity_note, logged_at, logged_by)
    select ${row.id}::uuid, coalesce(max(number), 0) + 1, ${row.kind}, ${row.personId}::uuid, ${row.receivedOn}::date,
      ${row.dueOn}::date, ${row.identityNote}, ${row.loggedAt}::timestamptz, ${row.loggedBy}::uuid
    from subject_request returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

/** @returns false where it is closed already */
export async function markClosed(
  tx: Tx,
  { id, answer, at, by }: { readonly id: string; readonly answer: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql`
    update subject_request set closed_at = ${at}, closed_by = ${by}::uuid, answer = ${answer}
    where id = ${id}::uuid and closed_at is null returning id`.execute(tx)
  return rows.length === 1
}
