import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** One text of the feedback on an application. `savedByName` is '' while it is as it was drafted. */
export type FeedbackText = {
  readonly item: string
  readonly text: string
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string | null
  readonly savedByName: string
}

export async function textsOf(db: Database | Tx, applicationId: string): Promise<readonly FeedbackText[]> {
  const { rows } = await sql<FeedbackText>`
    select t.item, t.text, t.version, t.saved_at as "savedAt", t.saved_by as "savedBy",
      coalesce(nullif(p.name, ''), p.email, '') as "savedByName"
    from feedback_text t left join person p on p.id = t.saved_by
    where t.application_id = ${applicationId}::uuid order by t.item`.execute(db)
  return rows
}

/** Every text of the feedback in a round, by application and item. */
export async function textsOfRound(
  db: Database | Tx,
  roundId: string,
): Promise<readonly { readonly applicationId: string; readonly item: string; readonly text: string }[]> {
  const { rows } = await sql<{ applicationId: string; item: string; text: string }>`
    select t.application_id as "applicationId", t.item, t.text from feedback_text t
    join application a on a.id = t.application_id
    where a.round_id = ${roundId}::uuid order by a.reference, t.item`.execute(db)
  return rows
}

type SeenText = { readonly item: string; readonly version: number }

/** What stood in the versions that somebody had seen, by item. */
export async function textsAsSeen(
  db: Database | Tx,
  applicationId: string,
  seen: readonly SeenText[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ item: string; text: string }>`
    select v.item, v.text from feedback_text_version v
    join jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s (item text, version integer)
      on s.item = v.item and s.version = v.version
    where v.application_id = ${applicationId}::uuid`.execute(db)
  return new Map(rows.map(({ item, text }) => [item, text]))
}

/** Writes texts in the place of those that are stored, one version higher each. */
export async function writeTexts(
  tx: Tx,
  written: {
    readonly applicationId: string
    readonly texts: readonly { readonly item: string; readonly text: string }[]
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await sql`
    with written as (
      update feedback_text c set text = t.text, version = c.version + 1, saved_at = ${written.at}::timestamptz,
        saved_by = ${written.by}::uuid
      from jsonb_to_recordset(${JSON.stringify(written.texts)}::jsonb) as t (item text, text text)
      where c.application_id = ${written.applicationId}::uuid and c.item = t.item returning c.*)
    insert into feedback_text_version (application_id, item, version, text, saved_at, saved_by)
    select application_id, item, version, text, saved_at, saved_by from written`.execute(tx)
}
