import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { MailboxProblem } from '../../../platform/mail/mailbox.ts'

/** How the mailbox stands from which mail comes in. */
export type MailboxState = {
  /** When it was last read without a problem. */
  readonly readAt: Date | null
  readonly problem: MailboxProblem | null
  /** Since when there is that problem. */
  readonly problemSince: Date | null
}

/**
 * Takes the mailbox for one worker until a time, unless another has it. @returns false if so
 */
export async function claimMailbox(db: Database, at: Date, until: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into network_mailbox (id, claimed_until) values (1, ${until})
    on conflict (id) do update set claimed_until = ${until} where network_mailbox.claimed_until <= ${at}
    returning id`.execute(db)
  return rows.length === 1
}

/** Lets the next worker have it, where it is still this one's. */
export async function freeMailbox(db: Database, until: Date, at: Date): Promise<void> {
  await sql`update network_mailbox set claimed_until = ${at} where id = 1 and claimed_until = ${until}`.execute(db)
}

/** Keeps how it stands. @returns what the problem was before */
export async function saveMailboxState(
  db: Database,
  problem: MailboxProblem | null,
  at: Date,
): Promise<MailboxProblem | null> {
  const { rows } = await sql<{ before: MailboxProblem | null }>`
    update network_mailbox m set problem = ${problem},
      read_at = case when ${problem}::text is null then ${at}::timestamptz else m.read_at end,
      problem_since = case when ${problem}::text is null then null
        when old.problem is distinct from ${problem} then ${at}::timestamptz else m.problem_since end
    from (select id, problem from network_mailbox where id = 1 for update) as old
    where m.id = old.id returning old.problem as before`.execute(db)
  return rows[0]?.before ?? null
}

/** How it stands; undefined before it was ever read. */
export async function mailboxState(db: Database | Tx): Promise<MailboxState | undefined> {
  const { rows } = await sql<MailboxState>`
    select read_at as "readAt", problem, problem_since as "problemSince" from network_mailbox where id = 1`.execute(db)
  return rows[0]
}
