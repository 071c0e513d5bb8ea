import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What became of a mail that came in. */
export type MailOutcome =
  | 'posted'
  | 'event-answered'
  /** Sent by a program: an absence, a report of delivery. */
  | 'automatic'
  /** To no address of ours, or one that was never given out. */
  | 'unknown-address'
  /** From another address than that of whose answer it is. */
  | 'other-sender'
  | 'no-member'
  | 'conduct-first'
  | 'nothing-written'
  | 'too-long'
  | 'event-over'
  | 'unreadable'
  | 'duplicate'

/** A mail as it is kept. `content`: all of it, where it is for somebody of a network. */
export type KeptMail = {
  readonly messageSha256: string
  readonly fundId: string | null
  readonly personId: string | null
  readonly sender: string
  readonly outcome: MailOutcome
  readonly content: Uint8Array | null
  readonly postId: string | null
  readonly at: Date
}

/** Takes the Message-ID of a mail: two at once wait for each other. @returns false when it was taken before */
export async function takeMessage(tx: Tx, messageSha256: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into network_mail (message_sha256, sender, outcome, received_at) values (${messageSha256}, '', 'unreadable', ${at})
    on conflict do nothing returning message_sha256`.execute(tx)
  return rows.length === 1
}

/** Keeps what became of it. */
export async function saveMail(tx: Tx, mail: KeptMail): Promise<void> {
  await sql`
    update network_mail set fund_id = ${mail.fundId}::uuid, person_id = ${mail.personId}::uuid, sender = ${mail.sender},
      outcome = ${mail.outcome}, content = ${mail.content}, post_id = ${mail.postId}::uuid
    where message_sha256 = ${mail.messageSha256}`.execute(tx)
}

/** A mail that those who moderate look at. */
export type RefusedMail = {
  readonly sender: string
  readonly outcome: MailOutcome
  readonly receivedAt: Date
  readonly person: string
}

/** The latest mails of a fund that nothing came of, the newest first. */
export async function refusedMails(db: Database | Tx, fundId: string, most: number): Promise<readonly RefusedMail[]> {
  const { rows } = await sql<RefusedMail>`
    select m.sender, m.outcome, m.received_at as "receivedAt", coalesce(nullif(p.name, ''), p.email) as person
    from network_mail m join person p on p.id = m.person_id
    where m.fund_id = ${fundId}::uuid and m.outcome not in ('posted', 'event-answered', 'automatic')
    order by m.received_at desc, m.message_sha256 limit ${most}`.execute(db)
  return rows
}
