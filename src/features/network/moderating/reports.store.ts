import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** That somebody says of a post that it should be looked at. */
export type PostReport = {
  readonly postId: string
  readonly author: string
  readonly threadTitle: string
  readonly reporter: string
  readonly reason: string
  readonly reportedAt: Date
}

/** What is reported in a network and not settled, the longest first. */
export async function openReports(db: Database | Tx, fundId: string): Promise<readonly PostReport[]> {
  const { rows } = await sql<PostReport>`
    select r.post_id as "postId", coalesce(nullif(a.name, ''), a.email) as author, t.title as "threadTitle",
      coalesce(nullif(p.name, ''), p.email) as reporter, r.reason, r.reported_at as "reportedAt"
    from network_report r join network_post o on o.id = r.post_id join network_thread t on t.id = o.thread_id
      join person a on a.id = o.author_id join person p on p.id = r.reported_by
    where t.fund_id = ${fundId}::uuid and r.settled_at is null order by r.reported_at, r.post_id`.execute(db)
  return rows
}

/** @returns false when this person has reported this post before and it is not settled */
export async function insertReport(
  tx: Tx,
  report: { readonly postId: string; readonly by: string; readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into network_report as r (post_id, reported_by, reason, reported_at)
    values (${report.postId}::uuid, ${report.by}::uuid, ${report.reason}, ${report.at})
    on conflict on constraint network_report_pk do update set reason = excluded.reason, reported_at = excluded.reported_at,
      settled_at = null, settled_by = null where r.settled_at is not null
    returning post_id`.execute(tx)
  return rows.length === 1
}

/** Settles every report of a post. */
export async function settleReports(tx: Tx, postId: string, by: string, at: Date): Promise<void> {
  await sql`
    update network_report set settled_at = ${at}, settled_by = ${by}::uuid
    where post_id = ${postId}::uuid and settled_at is null`.execute(tx)
}
