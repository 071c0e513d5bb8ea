import { sql } from 'kysely'
import type { GrantAccounted } from '../../../core/support/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A grant with what tells whether a statement of its use is due. */
export type GrantToAccount = GrantAccounted & { readonly awardId: string; readonly reference: string }

/** Every grant of which something was paid: one statement. */
export async function grantsToAccount(db: Database): Promise<readonly GrantToAccount[]> {
  const { rows } = await sql<GrantToAccount>`
    select w.id as "awardId", a.reference, c.first as "firstPaidOn", c.paid::bigint as "paidPence",
      (select coalesce(sum(b.pence), 0) from grant_return b where b.award_id = w.id)::bigint as "returnedPence",
      coalesce(s.spent_pence, 0)::bigint as "spentPence", s.until_on as "statedUntil"
    from award w join application a on a.id = w.application_id
      join (select award_id, min(paid_on) as first, sum(pence) as paid from grant_claim where state = 'paid'
        group by award_id) c on c.award_id = w.id
      left join lateral (select * from grant_statement each where each.award_id = w.id order by each.number desc limit 1) s
        on true
    where w.state = 'accepted' and w.type = 'grant' order by a.reference`.execute(db)
  return rows
}

/** @returns false when it was sent before */
export async function noteStatementReminder(
  tx: Tx,
  {
    awardId,
    dueOn,
    days,
    at,
  }: { readonly awardId: string; readonly dueOn: IsoDay; readonly days: number; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into grant_statement_reminder (award_id, due_on, days, sent_at)
    values (${awardId}::uuid, ${dueOn}::date, ${days}, ${at}) on conflict do nothing returning award_id`.execute(tx)
  return rows.length === 1
}
