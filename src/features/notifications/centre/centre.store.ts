import { type RawBuilder, sql } from 'kysely'
import { kindsOf, type MessageGroup } from '../../../core/notifications/index.ts'
import type { Search } from '../../../core/search/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type TextMatch, textMatch } from '../../../platform/database/full-text.ts'
import type { StoredMessage } from '../notifications.store.ts'

/** Whose messages: those sent to them, and those sent to their address before it had an account. */
export type Reader = { readonly personId: string; readonly email: string }

/** A message in the centre of whoever it was sent to. */
export type OwnMessage = Pick<StoredMessage, 'id' | 'kind' | 'subject' | 'language' | 'createdAt' | 'state'> & {
  readonly fundId: string | null
  readonly readAt: Date | null
}

/** Its text too; '' where that is kept no longer than it takes to send it. */
export type OwnText = OwnMessage & Pick<StoredMessage, 'body' | 'calendar'>

/** Which of them; left out, all. */
export type MessageFilter = {
  readonly group?: MessageGroup | undefined
  readonly fundId?: string | undefined
  readonly unread: boolean
}

// A digest holds nothing that is not there by itself.
const sentTo = ({ personId, email }: Reader): RawBuilder<unknown> => sql`
  (person_id = ${personId}::uuid or (person_id is null and lower(recipient) = ${email.toLowerCase()})) and kind <> 'digest'`

/** Which messages belong to a group, by their kinds. */
export function ofGroup(group: MessageGroup): RawBuilder<unknown> {
  const { named, area } = kindsOf(group)
  return sql`(kind = any(${[...named]}::text[]) or split_part(kind, '.', 1) = ${area ?? ''})`
}

const columns = sql`id, kind, subject, language, created_at as "createdAt", state, fund_id as "fundId", read_at as "readAt"`

/** A part of them, the newest first, and how many there are. */
export async function ownMessages(
  db: Database,
  reader: Reader,
  { group, fundId, unread }: MessageFilter,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ readonly total: number; readonly rows: readonly OwnMessage[] }> {
  const { rows } = await sql<OwnMessage & { readonly total: number }>`
    select ${columns}, count(*) over () as total from message
    where ${sentTo(reader)} and ${group === undefined ? sql`true` : ofGroup(group)}
      and (${fundId ?? null}::uuid is null or fund_id = ${fundId ?? null}::uuid)
      and (not ${unread}::boolean or read_at is null)
    order by created_at desc, id desc offset ${from} limit ${most}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** A fund that somebody was written to about. */
export type FundOfMessages = { readonly id: string; readonly name: string; readonly slug: string }

/** How many they have not read, and the funds that they were written to about, by name. */
export async function centreOf(
  db: Database,
  reader: Reader,
): Promise<{ readonly unread: number; readonly funds: readonly FundOfMessages[] }> {
  const { rows } = await sql<{ unread: number; funds: readonly FundOfMessages[] }>`
    with own as (select fund_id, read_at from message where ${sentTo(reader)})
    select (select count(*) from own where read_at is null) as unread,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'slug', slug) order by name, id)
        from fund where id in (select fund_id from own)
      ), '[]') as funds`.execute(db)
  return rows[0] ?? { unread: 0, funds: [] }
}

/** How many they have not read. */
export async function unreadOf(db: Database, reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from message where ${sentTo(reader)} and read_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

/** One of theirs, which is read from now on. */
export async function readOwnMessage(db: Database, reader: Reader, id: string, at: Date): Promise<OwnText | undefined> {
  const { rows } = await sql<OwnText>`
    update message set read_at = coalesce(read_at, ${at}) where id::text = ${id} and ${sentTo(reader)}
    returning ${columns}, case when forget_body then '' else body end as body, calendar`.execute(db)
  return rows[0]
}

/** Marks as read all that was there when the page was shown. */
export async function markAllRead(db: Database, reader: Reader, at: Date): Promise<void> {
  await sql`
    update message set read_at = ${at} where ${sentTo(reader)} and read_at is null and created_at <= ${at}`.execute(db)
}

/** Those with these words. Of a text that is not kept nothing is found. */
export async function messagesByWords(
  db: Database,
  reader: Reader,
  { words, limit }: Pick<Search, 'words' | 'limit'>,
): Promise<readonly (TextMatch & Pick<OwnMessage, 'id' | 'subject' | 'createdAt'>)[]> {
  const text = sql`case when forget_body then '' else body end`
  // Addresses say nothing to whoever reads an excerpt.
  const shown = sql`regexp_replace(${text}, 'https?://[^[:space:]]+', '', 'g')`
  const match = textMatch(words, sql`subject || ' ' || ${text}`, undefined, shown)
  const { rows } = await sql<TextMatch & Pick<OwnMessage, 'id' | 'subject' | 'createdAt'>>`
    select id, subject, created_at as "createdAt", ${match.columns} from message
    where ${sentTo(reader)} and ${match.found} order by ${match.order}, created_at desc, id limit ${limit}`.execute(db)
  return rows
}
