import { sql } from 'kysely'
import type { FeedbackState } from '../../../core/feedback/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** How far the feedback on one application is. */
export type Feedback = {
  readonly applicationId: string
  readonly state: FeedbackState
  readonly openedAt: Date
  readonly readyAt: Date | null
  readonly readyBy: string | null
  readonly readyByName: string
  readonly approvedAt: Date | null
  readonly approvedByName: string
  /** Everybody who wrote in it. */
  readonly writerIds: readonly string[]
}

/** Of a round, whatever has one. */
export async function feedbackOf(db: Database | Tx, roundId: string): Promise<readonly Feedback[]> {
  const { rows } = await sql<Feedback>`
    select f.application_id as "applicationId", f.state, f.opened_at as "openedAt", f.ready_at as "readyAt",
      f.ready_by as "readyBy", coalesce(nullif(w.name, ''), w.email, '') as "readyByName", f.approved_at as "approvedAt",
      coalesce(nullif(p.name, ''), p.email, '') as "approvedByName",
      (select coalesce(jsonb_agg(distinct v.saved_by), '[]') from feedback_text_version v
        where v.application_id = f.application_id and v.saved_by is not null) as "writerIds"
    from feedback f join application a on a.id = f.application_id
      left join person w on w.id = f.ready_by left join person p on p.id = f.approved_by
    where a.round_id = ${roundId}::uuid`.execute(db)
  return rows
}

/** Opens a draft with its first texts. @returns false where there is one already: it stays */
export async function insertDraft(
  tx: Tx,
  draft: {
    readonly applicationId: string
    readonly texts: ReadonlyMap<string, string>
    readonly at: Date
    readonly by: string
  },
): Promise<boolean> {
  const { applicationId, at, by } = draft
  const { rows } = await sql`
    insert into feedback (application_id, opened_at, opened_by) values (${applicationId}::uuid, ${at}, ${by}::uuid)
    on conflict (application_id) do nothing returning application_id`.execute(tx)
  if (rows.length === 0) return false
  const texts = JSON.stringify([...draft.texts].map(([item, text]) => ({ item, text })))
  await sql`
    with drafted as (
      insert into feedback_text (application_id, item, text, version, saved_at)
      select ${applicationId}::uuid, item, text, 1, ${at}::timestamptz
      from jsonb_to_recordset(${texts}::jsonb) as t (item text, text text) returning *)
    insert into feedback_text_version (application_id, item, version, text, saved_at)
    select application_id, item, version, text, saved_at from drafted`.execute(tx)
  return true
}

/** Takes the feedback on one application for this transaction: saves, marks and approvals of it take turns. */
export async function holdFeedback(tx: Tx, applicationId: string): Promise<FeedbackState | undefined> {
  const { rows } = await sql<{ state: FeedbackState }>`
    select state from feedback where application_id = ${applicationId}::uuid for update`.execute(tx)
  return rows[0]?.state
}

type Step = { readonly applicationId: string; readonly at: Date; readonly by: string }

export async function markReady(tx: Tx, { applicationId, at, by }: Step): Promise<void> {
  await sql`
    update feedback set state = 'ready', ready_at = ${at}, ready_by = ${by}::uuid
    where application_id = ${applicationId}::uuid`.execute(tx)
}

export async function markApproved(tx: Tx, { applicationId, at, by }: Step): Promise<void> {
  await sql`
    update feedback set state = 'approved', approved_at = ${at}, approved_by = ${by}::uuid
    where application_id = ${applicationId}::uuid`.execute(tx)
}

/** Makes it a draft again, which nobody has approved. */
export async function markDraft(tx: Tx, applicationId: string): Promise<void> {
  await sql`
    update feedback set state = 'draft', ready_at = null, ready_by = null, approved_at = null, approved_by = null
    where application_id = ${applicationId}::uuid`.execute(tx)
}
