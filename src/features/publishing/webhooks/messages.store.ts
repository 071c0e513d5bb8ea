import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Something that a webhook is told, with how its delivery stands. `body` is sent to the letter however often it is tried. */
export type WebhookMessage = {
  readonly id: string
  readonly webhookId: string
  readonly event: string
  readonly body: string
  readonly madeAt: Date
  readonly state: 'waiting' | 'delivered' | 'given-up'
  readonly tries: number
  readonly triedAt: Date | null
  /** What the receiver last answered; null where it answered nothing. */
  readonly status: number | null
  /** Why there was no answer that counts; empty where there was. */
  readonly problem: string
}

const columns = sql`m.id, m.webhook_id as "webhookId", m.event, m.body, m.made_at as "madeAt", m.state, m.tries,
  m.tried_at as "triedAt", m.status, m.problem`

/** The newest first. */
export async function messagesOf(
  db: Database,
  webhookId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly WebhookMessage[]> {
  const { rows } = await sql<WebhookMessage>`
    select ${columns} from webhook_message m where m.webhook_id = ${webhookId}::uuid
    order by m.made_at desc, m.id desc limit ${to - from} offset ${from}`.execute(db)
  return rows
}

export async function countMessages(db: Database, webhookId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from webhook_message where webhook_id = ${webhookId}::uuid`.execute(db)
  return rows[0]?.count ?? 0
}

export async function messageById(db: Database | Tx, id: string): Promise<WebhookMessage | undefined> {
  const { rows } = await sql<WebhookMessage>`
    select ${columns} from webhook_message m where m.id::text = ${id}`.execute(db)
  return rows[0]
}

export type NewMessage = Pick<WebhookMessage, 'id' | 'webhookId' | 'event' | 'body'> & {
  /** What it is about: a webhook is told of it once. */
  readonly subject: string
  readonly at: Date
}

/** @returns false when the webhook was told of it */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, webhookId, subject, event, body, at } = message
  const { rows } = await sql`
    insert into webhook_message (id, webhook_id, subject, event, body, made_at)
    values (${id}::uuid, ${webhookId}::uuid, ${subject}, ${event}, ${body}, ${at})
    on conflict on constraint webhook_message_is_told_once do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Which of these a webhook was told of. */
export async function toldSubjects(
  db: Database,
  webhookId: string,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ subject: string }>`
    select subject from webhook_message where webhook_id = ${webhookId}::uuid and subject = any(${[...subjects]}::text[])
    `.execute(db)
  return new Set(rows.map(({ subject }) => subject))
}

/** What came of one try. */
export type Tried = Pick<WebhookMessage, 'state' | 'status' | 'problem'> & {
  /** Which it was, counted from 1. */
  readonly number: number
  readonly at: Date
}

/** Keeps what came of a try. @returns false when it was kept already, by a worker that came first */
export async function markTried(tx: Tx, id: string, { number, state, status, problem, at }: Tried): Promise<boolean> {
  const { rows } = await sql`
    update webhook_message set tries = ${number}, state = ${state}, status = ${status}::integer, problem = ${problem},
      tried_at = ${at}
    where id = ${id}::uuid and state = 'waiting' and tries = ${number - 1} returning id`.execute(tx)
  return rows.length === 1
}

/** Begins the tries anew. @returns false while it waits for one */
export async function markWaiting(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update webhook_message set state = 'waiting', tries = 0 where id = ${id}::uuid and state <> 'waiting'
    returning id`.execute(tx)
  return rows.length === 1
}

/**
 * Removes what was sent before a time: the log is for those who mend a receiver, not for ever. What was sent of a fund stays
 * while it, a round of it or whoever set the webhook up is on legal hold.
 */
export async function deleteMessages(db: Database, before: Date): Promise<void> {
  await sql`
    delete from webhook_message m where made_at < ${before} and state <> 'waiting'
      and not exists (select from webhook w where w.id = m.webhook_id and (person_is_held(w.created_by)
        or has_hold('fund', w.fund_id) or exists (select from round r where r.fund_id = w.fund_id and has_hold('round', r.id))))`.execute(
    db,
  )
}
