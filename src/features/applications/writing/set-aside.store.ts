import { type RawBuilder, sql } from 'kysely'
import type { Json } from '../../../core/canonical/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What somebody wrote and was not saved, because another had been first. */
export type SetAside = {
  readonly id: string
  readonly applicationId: string
  readonly questionId: string
  readonly value: Json
  readonly writtenAt: Date
  readonly writtenBy: string
}

/** Keeps texts that lost to another, so that they are not only in somebody's browser; each text of a writer once. */
export async function keepAside(db: Database | Tx, texts: readonly SetAside[]): Promise<void> {
  if (texts.length === 0) return
  const rows = texts.map((text) => ({ ...text, writtenAt: text.writtenAt.toISOString() }))
  await sql`
    insert into answer_set_aside (id, application_id, question_id, value, written_at, written_by)
    select t.id, t."applicationId", t."questionId", coalesce(t.value, 'null'), t."writtenAt", t."writtenBy"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (id uuid, "applicationId" uuid, "questionId" text, value jsonb, "writtenAt" timestamptz, "writtenBy" uuid)
    where not exists (
      select from answer_set_aside w
      where w.application_id = t."applicationId" and w.question_id = t."questionId"
        and w.written_by = t."writtenBy" and w.value = coalesce(t.value, 'null'))`.execute(db)
}

/** A text set aside as its page shows it. */
export type ShownAside = {
  readonly questionId: string
  readonly value: Json
  readonly writtenAt: Date
  readonly by: string
}

export type AsideJson = readonly (Omit<ShownAside, 'writtenAt'> & { readonly writtenAt: string })[]

/**
 * The texts set aside in application `a` as a column `setAside`, the newest first and at most 20: each text once, not
 * those left blank, and not what is the answer now.
 *
 * @param wanted a condition on `w.question_id`
 */
export const setAsideColumn = (wanted: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(to_jsonb(t) order by t."writtenAt" desc), '[]') from (
    select w.question_id as "questionId", w.value, max(w.written_at) as "writtenAt",
      coalesce(nullif(p.name, ''), p.email) as by
    from answer_set_aside w join person p on p.id = w.written_by
    where w.application_id = a.id and ${wanted} and w.value <> 'null' and w.value is distinct from (
      select s.value from answer s where s.application_id = a.id and s.question_id = w.question_id)
    group by w.question_id, w.value, p.id order by 3 desc limit 20) t) as "setAside"`

export const asides = (stored: AsideJson): readonly ShownAside[] =>
  stored.map((text) => ({ ...text, writtenAt: new Date(text.writtenAt) }))
