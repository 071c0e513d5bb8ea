import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Asking a council what it did with advice. `words`: what it said; '' before it has. */
export type FollowUp = { readonly dueOn: IsoDay; readonly words: string; readonly answeredAt: Date | null }

export async function followUpOf(db: Database | Tx, requestId: string): Promise<FollowUp | undefined> {
  const { rows } = await sql<FollowUp>`
    select due_on as "dueOn", words, answered_at as "answeredAt" from expert_follow_up
    where request_id = ${requestId}::uuid`.execute(db)
  return rows[0]
}

export async function insertFollowUp(tx: Tx, requestId: string, dueOn: IsoDay): Promise<void> {
  await sql`insert into expert_follow_up (request_id, due_on) values (${requestId}::uuid, ${dueOn}::date)`.execute(tx)
}

export async function saveFollowUp(
  tx: Tx,
  requestId: string,
  { words, at, by }: { readonly words: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update expert_follow_up set words = ${words}, answered_at = ${at}, answered_by = ${by}::uuid
    where request_id = ${requestId}::uuid`.execute(tx)
}

/** Requests whose follow-up is due and was not asked for yet; each is given once. */
export async function takeDue(
  tx: Tx,
  today: IsoDay,
  at: Date,
): Promise<readonly { requestId: string; dueOn: IsoDay }[]> {
  const { rows } = await sql<{ requestId: string; dueOn: IsoDay }>`
    update expert_follow_up set asked_at = ${at}
    where due_on <= ${today}::date and asked_at is null and answered_at is null
    returning request_id as "requestId", due_on as "dueOn"`.execute(tx)
  return rows
}
