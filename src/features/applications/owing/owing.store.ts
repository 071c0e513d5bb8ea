import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Assignable } from './find-assignable.ts'

/** Who is to write a page or answer a question, and by which UK day. */
export type Assignment = {
  readonly personId: string
  /** Their name, or else their address. */
  readonly name: string
  readonly dueOn: IsoDay | null
}

/** What was given of an application, by the ids of its pages and questions. */
export type Assignments = {
  readonly pages: ReadonlyMap<string, Assignment>
  /** Those alone that were given by themselves: any other is for whoever writes its page. */
  readonly questions: ReadonlyMap<string, Assignment>
}

export async function assignmentsOf(db: Database | Tx, applicationId: string): Promise<Assignments> {
  const { rows } = await sql<Assignable & Assignment>`
    select g.kind, g.id, g.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, g.due_on as "dueOn"
    from (
      select 'page' as kind, page_id as id, person_id, due_on from page_assignment
      where application_id = ${applicationId}::uuid
      union all
      select 'question', question_id, person_id, due_on from question_assignment
      where application_id = ${applicationId}::uuid
    ) g join person p on p.id = g.person_id`.execute(db)
  const given = (kind: Assignable['kind']) =>
    new Map(rows.flatMap(({ kind: own, id, ...assignment }) => (own === kind ? [[id, assignment] as const] : [])))
  return { pages: given('page'), questions: given('question') }
}

type AssignmentRow = {
  readonly applicationId: string
  readonly given: Assignable
  readonly personId: string
  readonly dueOn: IsoDay | null
  readonly at: Date
  readonly givenBy: string
}

/** Where it is kept who was given a page, and who a question. */
const tables: Readonly<
  Record<Assignable['kind'], { readonly table: RawBuilder<unknown>; readonly id: RawBuilder<unknown> }>
> = {
  page: { table: sql`page_assignment`, id: sql`page_id` },
  question: { table: sql`question_assignment`, id: sql`question_id` },
}

/** Gives something to somebody; whoever gives it to themselves need not be written to. */
export async function assignRow(tx: Tx, { given, ...row }: AssignmentRow): Promise<void> {
  const { table, id } = tables[given.kind]
  const told = row.personId === row.givenBy ? row.at : null
  await sql`
    insert into ${table} as g (application_id, ${id}, person_id, due_on, given_at, given_by, told_at)
    values (${row.applicationId}::uuid, ${given.id}, ${row.personId}::uuid, ${row.dueOn}::date, ${row.at},
      ${row.givenBy}::uuid, ${told})
    on conflict (application_id, ${id}) do update
      set person_id = excluded.person_id, due_on = excluded.due_on, given_at = excluded.given_at,
        given_by = excluded.given_by, told_at = excluded.told_at`.execute(tx)
}

export async function unassignRow(tx: Tx, applicationId: string, given: Assignable): Promise<void> {
  const { table, id } = tables[given.kind]
  await sql`delete from ${table} where application_id = ${applicationId}::uuid and ${id} = ${given.id}`.execute(tx)
}

/** What was given to somebody who has not been written to about it. */
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
  readonly given: readonly (Assignable & { readonly dueOn: IsoDay | null })[]
}

/** Takes what was given before a time, together for each person and application; once each, whatever runs beside. */
export async function takeUntoldAssignments(
  tx: Tx,
  before: Date,
  at: Date,
  most: number,
): Promise<readonly UntoldAssignment[]> {
  const { rows } = await sql<UntoldAssignment>`
    with due_page as (
      select application_id, page_id from page_assignment
      where told_at is null and given_at < ${before} order by given_at, application_id, page_id limit ${most} for update skip locked
    ), due_question as (
      select application_id, question_id from question_assignment
      where told_at is null and given_at < ${before} order by given_at, application_id, question_id limit ${most} for update skip locked
    ), told_page as (
      update page_assignment g set told_at = ${at} from due_page due
      where g.application_id = due.application_id and g.page_id = due.page_id
      returning g.application_id, 'page' as kind, g.page_id as id, g.person_id, g.due_on, g.given_by
    ), told_question as (
      update question_assignment g set told_at = ${at} from due_question due
      where g.application_id = due.application_id and g.question_id = due.question_id
      returning g.application_id, 'question' as kind, g.question_id as id, g.person_id, g.due_on, g.given_by
    )
    select a.reference, f.id as "fundId", f.name as "fundName", o.name as "leadName", a.illustrative,
      a.form_version_id as "formVersionId", p.id as "personId", p.email,
      min(coalesce(nullif(b.name, ''), b.email)) as "givenBy",
      jsonb_agg(jsonb_build_object('kind', t.kind, 'id', t.id, 'dueOn', t.due_on)) as given
    from (select * from told_page union all select * from told_question) t
      join application a on a.id = t.application_id join organisation o on o.id = a.lead_id
      join round r on r.id = a.round_id join fund f on f.id = r.fund_id
      join person p on p.id = t.person_id join person b on b.id = t.given_by
    group by a.id, f.id, o.id, p.id order by a.reference, p.email`.execute(tx)
  return rows
}
