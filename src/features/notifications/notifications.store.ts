import { sql } from 'kysely'
import { type MessageKind, messageFacts } from '../../core/notifications/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { ownTag } from '../../platform/languages.ts'
import type { CalendarPart } from '../../platform/mail/mailer.ts'

/** What a message says, in one language. */
export type MailWords = {
  readonly subject: string
  /** Plain text. */
  readonly body: string
  /** An event for the reader's calendar. */
  readonly calendar?: CalendarPart | undefined
}

/** A message before it has a row, without its words. */
export type NewMessage = {
  /** What it is about: those who are told choose how by groups of kinds. */
  readonly kind: MessageKind
  /** One email address. */
  readonly recipient: string
  /** The language that its reader asked for in asking for it; otherwise it is theirs, if they are known. */
  readonly language?: string | null | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly personId?: string | null
  readonly fundId?: string | null
  /** The text holds a secret, and is not kept longer than it takes to send it. */
  readonly forgetBody?: boolean
}

/** The states of a message that is not emailed by itself: it waits for a digest, was in one, or is in the centre alone. */
type NotEmailed = 'held' | 'digested' | 'centre'

/** A message and how its sending went: `kept` when nothing carries mail and the row itself is what can be read. */
export type StoredMessage = {
  readonly id: string
  readonly kind: string
  /** Whose address it is, if it is known. */
  readonly personId: string | null
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly calendar: CalendarPart | null
  /** In which it is written; null for that of the service. */
  readonly language: string | null
  readonly createdAt: Date
  readonly state: 'queued' | 'sent' | 'kept' | 'failed' | NotEmailed
  readonly attempts: number
  readonly lastError: string | null
}

/**
 * Writes a message in the language of its reader, who is found by the address unless it is said. If they have chosen so, it
 * is held for their next digest or kept for the centre alone: `queued` is what is to be sent now.
 *
 * @param words what it says, by language; that of the service is always there
 * @param next when the next digests go
 */
export async function insertMessage(
  tx: Tx,
  id: string,
  message: NewMessage,
  words: ReadonlyMap<string, MailWords>,
  { at, next }: { readonly at: Date; readonly next: Readonly<Record<'daily' | 'weekly', Date>> },
): Promise<StoredMessage['state']> {
  const { kind, recipient, headers = {}, fundId = null } = message
  const { group, must } = messageFacts(kind)
  const said = [...words.values()]
  const events = said.map(({ calendar }) => (calendar === undefined ? null : JSON.stringify(calendar)))
  const { rows } = await sql<{ state: StoredMessage['state'] }>`
    with reader as (
      select coalesce(${message.personId ?? null}::uuid, (select id from person where email = lower(${recipient}))) as id
    ), chosen as (
      select delivery from notification_preference, reader
      where person_id = reader.id and message_group = ${group} and not ${must}::boolean
        and (fund_id is null or fund_id = ${fundId}::uuid)
      order by fund_id nulls last limit 1
    ), said as (
      select nullif(tag, ${ownTag}) as language, subject, body, event::jsonb as calendar
      from unnest(${[...words.keys()]}::text[], ${said.map(({ subject }) => subject)}::text[],
        ${said.map(({ body }) => body)}::text[], ${events}::text[]) as said (tag, subject, body, event)
      where tag = ${ownTag} or tag = coalesce(${message.language ?? null}::text,
        (select person.language from person join reader on reader.id = person.id))
      order by tag = ${ownTag} limit 1
    )
    insert into message (id, kind, recipient, subject, body, headers, person_id, fund_id, created_at, forget_body,
      calendar, language, state, digest_at)
    select ${id}::uuid, ${kind}, ${recipient}, said.subject, said.body, ${JSON.stringify(headers)}::jsonb,
      reader.id, ${fundId}::uuid, ${at}::timestamptz, ${message.forgetBody ?? false}::boolean,
      said.calendar, said.language,
      case delivery when 'daily' then 'held' when 'weekly' then 'held' when 'centre' then 'centre' else 'queued' end,
      case delivery when 'daily' then ${next.daily}::timestamptz when 'weekly' then ${next.weekly}::timestamptz end
    from said cross join reader left join chosen on true
    returning state`.execute(tx)
  return rows[0]?.state ?? 'queued'
}

const columns = sql`id, kind, person_id as "personId", recipient, subject, body, headers, calendar, language, created_at as "createdAt", state, attempts,
  last_error as "lastError"`

export async function messageById(db: Database, id: string): Promise<StoredMessage | undefined> {
  const { rows } = await sql<StoredMessage>`select ${columns} from message where id::text = ${id}`.execute(db)
  return rows[0]
}

/** The newest first; `about` is looked for in the address and the subject. */
export async function latestMessages(db: Database, about: string, most: number): Promise<readonly StoredMessage[]> {
  const like = `%${about.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<StoredMessage>`
    select ${columns} from message
    where lower(recipient) like ${like} or lower(subject) like ${like}
    order by created_at desc, id desc limit ${most}`.execute(db)
  return rows
}

/** What could not be sent, or not yet, the newest first: for those who look after the service. */
export async function troubledMessages(db: Database, most: number): Promise<readonly StoredMessage[]> {
  const { rows } = await sql<StoredMessage>`
    select ${columns} from message where state = 'failed' or (state = 'queued' and attempts > 0)
    order by created_at desc, id desc limit ${most}`.execute(db)
  return rows
}

/** How many messages were given up. */
export async function failedMessages(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from message where state = 'failed'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Puts a message that was given up in the queue again. @returns false if it was not given up, or its text is gone */
export async function markQueuedAgain(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update message set state = 'queued' where id::text = ${id} and state = 'failed' and body <> '' returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function markSent(
  db: Database,
  id: string,
  state: 'sent' | 'kept',
  providerId: string,
  at: Date,
): Promise<void> {
  await sql`
    update message set state = ${state}, provider_id = ${providerId}, sent_at = ${at}, attempts = attempts + 1,
      last_error = null, body = case when forget_body and ${state} = 'sent' then '' else body end
    where id = ${id}::uuid`.execute(db)
}

/** @param final whether it will not be tried again */
export async function markFailed(db: Database, id: string, reason: string, final: boolean): Promise<void> {
  await sql`
    update message set attempts = attempts + 1, last_error = ${reason},
      state = case when ${final} then 'failed' else state end,
      body = case when forget_body and ${final} then '' else body end
    where id = ${id}::uuid`.execute(db)
}

/** How sending goes: when a message last went, since when the oldest waits, and how many of those since then failed. */
export type MailMeasures = {
  readonly lastSentAt: Date | null
  readonly oldestMessageAt: Date | null
  readonly failedMessages: number
}

export async function mailMeasures(db: Database, since: Date): Promise<MailMeasures> {
  const { rows } = await sql<MailMeasures>`
    select max(sent_at) as "lastSentAt", min(created_at) filter (where state = 'queued') as "oldestMessageAt",
      count(*) filter (where state = 'failed' and created_at >= ${since}) as "failedMessages"
    from message`.execute(db)
  return rows[0] ?? { lastSentAt: null, oldestMessageAt: null, failedMessages: 0 }
}
