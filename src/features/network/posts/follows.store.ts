import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { membersOn } from '../members/members.store.ts'

/** Who is told of something, with their address. */
export type Follower = { readonly personId: string; readonly email: string }

/** The members who are told of what is new on a topic: all that have not said otherwise, but its author. */
export async function readersOfTopic(
  db: Database | Tx,
  of: { readonly fundId: string; readonly topic: string; readonly butId: string; readonly on: IsoDay },
): Promise<readonly Follower[]> {
  const { rows } = await sql<Follower>`
    select distinct p.id as "personId", p.email from ${membersOn(of.on)} as m join person p on p.id = m.person_id
    where m.fund_id = ${of.fundId}::uuid and p.id <> ${of.butId}::uuid
      and not exists (select from network_follow f where f.fund_id = m.fund_id and f.person_id = p.id
        and f.subject = ${of.topic} and not f.follows)
    order by p.email`.execute(db)
  return rows
}

/** The members who are told of answers in a thread: who wrote in it and who follows it, but those who stopped. */
export async function followersOfThread(
  db: Database | Tx,
  of: { readonly fundId: string; readonly threadId: string; readonly butId: string; readonly on: IsoDay },
): Promise<readonly Follower[]> {
  const { rows } = await sql<Follower>`
    select distinct p.id as "personId", p.email from ${membersOn(of.on)} as m join person p on p.id = m.person_id
      left join network_follow f on f.fund_id = m.fund_id and f.person_id = p.id and f.subject = ${of.threadId}
    where m.fund_id = ${of.fundId}::uuid and p.id <> ${of.butId}::uuid
      and coalesce(f.follows, exists (select from network_post w where w.thread_id = ${of.threadId}::uuid and w.author_id = p.id))
    order by p.email`.execute(db)
  return rows
}

/** What somebody said of being told, by subject: the id of a thread or a topic. */
export async function followsOf(
  db: Database | Tx,
  fundId: string,
  personId: string,
): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ subject: string; follows: boolean }>`
    select subject, follows from network_follow where fund_id = ${fundId}::uuid and person_id = ${personId}::uuid`.execute(
    db,
  )
  return new Map(rows.map(({ subject, follows }) => [subject, follows]))
}

export async function saveFollow(
  tx: Tx,
  of: {
    readonly fundId: string
    readonly personId: string
    readonly subject: string
    readonly follows: boolean
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into network_follow (fund_id, person_id, subject, follows, said_at)
    values (${of.fundId}::uuid, ${of.personId}::uuid, ${of.subject}, ${of.follows}, ${of.at})
    on conflict on constraint network_follow_pk do update set follows = excluded.follows, said_at = excluded.said_at`.execute(
    tx,
  )
}
