import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Whose mail to an address is, and what it answers. */
export type ReplyAddress = {
  readonly fundId: string
  readonly personId: string
  readonly purpose: 'event' | 'thread'
  readonly objectId: string
  readonly at: Date
}

/** Keeps the hash of an address; once is enough. */
export async function insertReplyAddress(tx: Tx, keySha256: string, of: ReplyAddress): Promise<void> {
  await sql`
    insert into network_reply_address (key_sha256, fund_id, person_id, purpose, object_id, made_at)
    values (${keySha256}, ${of.fundId}::uuid, ${of.personId}::uuid, ${of.purpose}, ${of.objectId}::uuid, ${of.at})
    on conflict do nothing`.execute(tx)
}

/** Whose it is; undefined for an address that was never given out. */
export async function replyAddressBy(db: Database | Tx, keySha256: string): Promise<ReplyAddress | undefined> {
  const { rows } = await sql<ReplyAddress>`
    select fund_id as "fundId", person_id as "personId", purpose, object_id as "objectId", made_at as at
    from network_reply_address where key_sha256 = ${keySha256}`.execute(db)
  return rows[0]
}
