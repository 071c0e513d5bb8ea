import { type RawBuilder, sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Who reads an application, and which page of its form, if it is one. */
export type Reader = {
  readonly personId: string
  readonly pageId: string | undefined
  readonly at: Date
  /** Whether the states of its files are read too. */
  readonly withFiles?: boolean
}

/** What goes on at a page besides its answers. */
export type Together = {
  /** How many comments are not resolved. */
  readonly comments: number
  /** Who is to write it, and by which day. */
  readonly given: { readonly personId: string; readonly name: string; readonly dueOn: IsoDay | null } | null
  /** The same for each question of the application that was given by itself, whichever page it is on. */
  readonly questions: readonly { readonly id: string; readonly name: string; readonly dueOn: IsoDay | null }[]
  /** Others who have it open. */
  readonly present: readonly string[]
}

/** Somebody who has not been heard of for so long has left. */
const awaySeconds = 45

const others = (applicationId: RawBuilder<unknown>, { personId, pageId, at }: Reader): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(coalesce(nullif(p.name, ''), p.email) order by p.name, p.email), '[]')
  from page_presence h join person p on p.id = h.person_id
  where h.application_id = ${applicationId} and h.page_id = ${pageId ?? ''} and h.person_id <> ${personId}::uuid
    and h.seen_at > ${new Date(at.getTime() - awaySeconds * 1_000)})`

/** What goes on at the reader's page of application `a`, as a column `together`; null when no page is read. */
export function togetherColumn(reader: Reader | undefined): RawBuilder<unknown> {
  if (reader?.pageId === undefined) return sql`null::jsonb as together`
  return sql`jsonb_build_object(
    'comments', (select count(*) from application_comment m
      where m.application_id = a.id and m.page_id = ${reader.pageId} and m.resolved_at is null),
    'given', (select jsonb_build_object('personId', p.id, 'name', coalesce(nullif(p.name, ''), p.email), 'dueOn', g.due_on)
      from page_assignment g join person p on p.id = g.person_id
      where g.application_id = a.id and g.page_id = ${reader.pageId}),
    'questions', (select coalesce(jsonb_agg(jsonb_build_object('id', g.question_id,
        'name', coalesce(nullif(p.name, ''), p.email), 'dueOn', g.due_on)), '[]')
      from question_assignment g join person p on p.id = g.person_id where g.application_id = a.id),
    'present', ${others(sql`a.id`, reader)}) as together`
}

/** Notes that somebody has a page open. @returns the names of the others who have, in one statement */
export async function notePresence(
  db: Database | Tx,
  applicationId: string,
  reader: Reader & { readonly pageId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ present: readonly string[] }>`
    with seen as (
      insert into page_presence (application_id, page_id, person_id, seen_at)
      values (${applicationId}::uuid, ${reader.pageId}, ${reader.personId}::uuid, ${reader.at})
      on conflict on constraint page_presence_pk do update set seen_at = excluded.seen_at
    )
    select ${others(sql`${applicationId}::uuid`, reader)} as present`.execute(db)
  return rows[0]?.present ?? []
}

/** Forgets who had a page open long ago. */
export async function forgetPresence(db: Database | Tx, before: Date): Promise<void> {
  await sql`delete from page_presence where seen_at < ${before}`.execute(db)
}
