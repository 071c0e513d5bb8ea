import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Who is to write a page, and by which UK day. */
export type Assignment = {
  readonly pageId: string
  readonly personId: string
  /** Their name, or else their address. */
  readonly name: string
  readonly dueOn: IsoDay | null
}

export async function assignmentsOf(db: Database | Tx, applicationId: string): Promise<readonly Assignment[]> {
  const { rows } = await sql<Assignment>`
    select g.page_id as "pageId", g.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name,
      g.due_on as "dueOn"
    from page_assignment g join person p on p.id = g.person_id
    where g.application_id = ${applicationId}::uuid`.execute(db)
  return rows
}

type AssignmentRow = {
  readonly applicationId: string
  readonly pageId: string
  readonly personId: string
  readonly dueOn: IsoDay | null
  readonly at: Date
  readonly givenBy: string
}

/** Gives a page to somebody; whoever gives one to themselves need not be written to. */
export async function assignRow(tx: Tx, row: AssignmentRow): Promise<void> {
  const told = row.personId === row.givenBy ? row.at : null
  await sql`
    insert into page_assignment as g (application_id, page_id, person_id, due_on, given_at, given_by, told_at)
    values (${row.applicationId}::uuid, ${row.pageId}, ${row.personId}::uuid, ${row.dueOn}::date, ${row.at},
      ${row.givenBy}::uuid, ${told})
    on conflict on constraint page_assignment_pk do update
      set person_id = excluded.person_id, due_on = excluded.due_on, given_at = excluded.given_at,
        given_by = excluded.given_by, told_at = excluded.told_at`.execute(tx)
}

export async function unassignRow(tx: Tx, applicationId: string, pageId: string): Promise<void> {
  await sql`
    delete from page_assignment where application_id = ${applicationId}::uuid and page_id = ${pageId}`.execute(tx)
}

/** Pages given to somebody who has not been written to about them. */
export type UntoldAssignment = {
  readonly reference: string
  readonly fundId: string
  readonly fundName: string
  readonly leadName: string
  readonly illustrative: boolean
  readonly formVersionId: string
  readonly personId: string
  readonly email: string
  readonly givenBy: string
  readonly pages: readonly { readonly pageId: string; readonly dueOn: IsoDay | null }[]
}

/** Takes the pages given before a time, together for each person and application; once each, whatever runs beside. */
export async function takeUntoldAssignments(
  tx: Tx,
  before: Date,
  at: Date,
  most: number,
): Promise<readonly UntoldAssignment[]> {
  const { rows } = await sql<UntoldAssignment>`
    with due as (
      select application_id, page_id from page_assignment
      where told_at is null and given_at < ${before} order by given_at, application_id, page_id limit ${most} for update skip locked
    ), told as (
      update page_assignment g set told_at = ${at} from due
      where g.application_id = due.application_id and g.page_id = due.page_id
      returning g.application_id, g.page_id, g.person_id, g.due_on, g.given_by
    )
    select a.reference, f.id as "fundId", f.name as "fundName", o.name as "leadName", a.illustrative,
      a.form_version_id as "formVersionId", p.id as "personId", p.email,
      min(coalesce(nullif(b.name, ''), b.email)) as "givenBy",
      jsonb_agg(jsonb_build_object('pageId', t.page_id, 'dueOn', t.due_on)) as pages
    from told t join application a on a.id = t.application_id join organisation o on o.id = a.lead_id
      join round r on r.id = a.round_id join fund f on f.id = r.fund_id
      join person p on p.id = t.person_id join person b on b.id = t.given_by
    group by a.id, f.id, o.id, p.id order by a.reference, p.email`.execute(tx)
  return rows
}
