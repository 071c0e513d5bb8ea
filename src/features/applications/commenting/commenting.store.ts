import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What somebody who writes says about a page or one question of it, to the others who do. Never part of the application. */
export type Comment = {
  readonly id: string
  /** The question it is about; null for the page as a whole. */
  readonly questionId: string | null
  readonly text: string
  readonly writtenAt: Date
  readonly by: string
  readonly resolvedAt: Date | null
  readonly resolvedBy: string | null
}

/** The comments on a page, the oldest first. At most the last 200. */
export async function commentsOn(
  db: Database | Tx,
  applicationId: string,
  pageId: string,
): Promise<readonly Comment[]> {
  const { rows } = await sql<Comment>`
    select * from (
      select m.id, m.question_id as "questionId", m.text, m.written_at as "writtenAt", coalesce(nullif(p.name, ''), p.email) as by,
        m.resolved_at as "resolvedAt", coalesce(nullif(q.name, ''), q.email) as "resolvedBy"
      from application_comment m join person p on p.id = m.written_by left join person q on q.id = m.resolved_by
      where m.application_id = ${applicationId}::uuid and m.page_id = ${pageId}
      order by m.written_at desc, m.id desc limit 200) last
    order by "writtenAt", id`.execute(db)
  return rows
}

/** How many comments on each page are not resolved. */
export async function openCommentsOf(db: Database | Tx, applicationId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ pageId: string; count: number }>`
    select page_id as "pageId", count(*)::int as count from application_comment
    where application_id = ${applicationId}::uuid and resolved_at is null group by page_id`.execute(db)
  return new Map(rows.map(({ pageId, count }) => [pageId, count]))
}

export async function insertComment(
  tx: Tx,
  row: {
    readonly id: string
    readonly applicationId: string
    readonly pageId: string
    readonly questionId: string | null
    readonly text: string
    readonly at: Date
    readonly personId: string
  },
): Promise<void> {
  await sql`
    insert into application_comment (id, application_id, page_id, question_id, text, written_at, written_by)
    values (${row.id}::uuid, ${row.applicationId}::uuid, ${row.pageId}, ${row.questionId}::text, ${row.text}, ${row.at},
      ${row.personId}::uuid)`.execute(tx)
}

/** Resolves a comment, or opens it again. @returns false if there is none, or it is so already */
export async function moveComment(
  tx: Tx,
  move: {
    readonly id: string
    readonly applicationId: string
    readonly pageId: string
    readonly resolved: boolean
    readonly at: Date
    readonly personId: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    update application_comment set
      resolved_at = case when ${move.resolved}::boolean then ${move.at}::timestamptz end,
      resolved_by = case when ${move.resolved}::boolean then ${move.personId}::uuid end
    where id::text = ${move.id} and application_id = ${move.applicationId}::uuid and page_id = ${move.pageId}
      and (resolved_at is not null) <> ${move.resolved}::boolean returning id`.execute(tx)
  return rows.length === 1
}

/** New comments of an application for one of those whom they concern. */
export type UntoldComments = {
  readonly reference: string
  readonly fundId: string
  readonly fundName: string
  readonly illustrative: boolean
  readonly formVersionId: string
  readonly personId: string
  readonly email: string
  readonly comments: readonly { readonly pageId: string; readonly questionId: string | null; readonly by: string }[]
}

/**
 * Takes comments written before a time, for whom each concerns: who was given the page, or by itself the question that it
 * is about, or any on the page where it is about the page as a whole; who commented on it before; and who began the
 * application, but the writer. Together for each person and application; once each, whatever runs beside.
 */
export async function takeUntoldComments(
  tx: Tx,
  before: Date,
  at: Date,
  most: number,
): Promise<readonly UntoldComments[]> {
  const { rows } = await sql<UntoldComments>`
    with due as (
      select id from application_comment where told_at is null and written_at < ${before}
      order by written_at, id limit ${most} for update skip locked
    ), told as (
      update application_comment m set told_at = ${at} from due where m.id = due.id
      returning m.id, m.application_id, m.page_id, m.question_id, m.written_by, m.written_at
    ), concerned as (
      select t.id, g.person_id from told t
        join page_assignment g on g.application_id = t.application_id and g.page_id = t.page_id
      union
      select t.id, g.person_id from told t join application a on a.id = t.application_id
        join form_version v on v.id = a.form_version_id
        join question_assignment g on g.application_id = t.application_id
          and (t.question_id = g.question_id or t.question_id is null and exists (
            select from jsonb_array_elements(v.definition->'pages') page, jsonb_array_elements(page->'questions') question
            where page->>'id' = t.page_id and question->>'id' = g.question_id))
      union
      select t.id, m.written_by from told t
        join application_comment m on m.application_id = t.application_id and m.page_id = t.page_id
          and m.written_at < t.written_at
      union
      select t.id, a.created_by from told t join application a on a.id = t.application_id
    )
    select a.reference, f.id as "fundId", f.name as "fundName", a.illustrative, a.form_version_id as "formVersionId",
      p.id as "personId", p.email,
      jsonb_agg(jsonb_build_object('pageId', t.page_id, 'questionId', t.question_id, 'by', coalesce(nullif(b.name, ''), b.email))
        order by t.written_at, t.id) as comments
    from told t join concerned c on c.id = t.id and c.person_id <> t.written_by
      join application a on a.id = t.application_id join round r on r.id = a.round_id join fund f on f.id = r.fund_id
      join person p on p.id = c.person_id join person b on b.id = t.written_by
    group by a.id, f.id, p.id order by a.reference, p.email`.execute(tx)
  return rows
}
