import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** What waits in the network of a fund. */
export type NetworkWork = {
  readonly fundId: string
  /** Threads that nobody but who began them has said anything to, and that the reader did not begin. */
  readonly unanswered: number
  /** Posts that are reported and not settled, each once. */
  readonly reported: number
  /** Appeals that are not answered. */
  readonly appeals: number
  /** Resources in review that the reader did not send, and so may review. */
  readonly toReview: number
}

/** What waits in the networks of these funds for a person. One statement. */
export async function networkWork(
  db: Database,
  fundIds: readonly string[],
  personId: string,
): Promise<ReadonlyMap<string, NetworkWork>> {
  if (fundIds.length === 0) return new Map()
  const reader = sql`${personId}::uuid`
  const { rows } = await sql<NetworkWork>`
    select f.id as "fundId",
      (select count(*) from network_thread t where t.fund_id = f.id and t.begun_by <> ${reader}
        and exists (select from network_post p where p.thread_id = t.id and p.hidden_at is null)
        and not exists (select from network_post p where p.thread_id = t.id and p.hidden_at is null
          and p.author_id <> t.begun_by))::int as unanswered,
      (select count(distinct r.post_id) from network_report r join network_post p on p.id = r.post_id
        join network_thread t on t.id = p.thread_id where t.fund_id = f.id and r.settled_at is null)::int as reported,
      (select count(*) from network_measure m where m.fund_id = f.id and m.appealed_at is not null
        and m.answered_at is null)::int as appeals,
      (select count(*) from network_resource r where r.fund_id = f.id and r.state = 'in-review'
        and r.sent_by <> ${reader})::int as "toReview"
    from fund f where f.id = any(${[...fundIds]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.fundId, row]))
}
