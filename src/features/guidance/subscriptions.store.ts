import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { SubscriptionKind } from './guidance-parts.ts'

/** Somebody's wish to be told of a round. Nothing is sent before `confirmedAt`, nor after `endedAt`. */
export type Subscription = {
  readonly id: string
  readonly roundId: string
  readonly email: string
  readonly kinds: readonly SubscriptionKind[]
  /** In which they asked; null for that of the service. */
  readonly language: string | null
  /** When a message about the subscription itself was last written. */
  readonly askedAt: Date
  readonly confirmedAt: Date | null
  readonly endedAt: Date | null
}

const columns = sql`s.id, s.round_id as "roundId", s.email, s.kinds, s.language, s.asked_at as "askedAt",
  s.confirmed_at as "confirmedAt", s.ended_at as "endedAt"`

/**
 * The standing subscription of an address, made if there is none, held until the transaction ends. Two at once make one.
 *
 * @param asked `email` in lower case
 */
export async function ensureSubscription(
  tx: Tx,
  asked: {
    readonly id: string
    readonly roundId: string
    readonly email: string
    readonly kinds: readonly SubscriptionKind[]
    readonly language?: string | null
    readonly at: Date
  },
): Promise<{ readonly subscription: Subscription; readonly created: boolean }> {
  const { id, roundId, email, kinds, language = null, at } = asked
  // The no-op update returns, and holds, the row of whoever came first, which "do nothing" would not.
  const { rows } = await sql<Subscription>`
    insert into subscription as s (id, round_id, email, kinds, language, asked_at)
    values (${id}::uuid, ${roundId}::uuid, ${email}, ${[...kinds]}::text[], ${language}, ${at})
    on conflict (round_id, email) where ended_at is null do update set email = excluded.email
    returning ${columns}`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('a subscription was neither there nor made')
  return { subscription: row, created: row.id === id }
}

export async function subscriptionById(db: Database | Tx, id: string): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`select ${columns} from subscription s where s.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export async function lockSubscription(tx: Tx, id: string): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select ${columns} from subscription s where s.id = ${id}::uuid for update`.execute(tx)
  return rows[0]
}

export async function saveKinds(tx: Tx, id: string, kinds: readonly SubscriptionKind[]): Promise<void> {
  await sql`update subscription set kinds = ${[...kinds]}::text[] where id = ${id}::uuid`.execute(tx)
}

export async function markAsked(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update subscription set asked_at = ${at} where id = ${id}::uuid`.execute(tx)
}

export async function markConfirmed(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update subscription set confirmed_at = ${at} where id = ${id}::uuid`.execute(tx)
}

export async function markEnded(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update subscription set ended_at = ${at} where id = ${id}::uuid`.execute(tx)
}

/** How many confirmed subscribers would be told of a change of each kind. */
export async function countSubscribers(
  db: Database | Tx,
  roundId: string,
): Promise<Readonly<Partial<Record<SubscriptionKind, number>>>> {
  const { rows } = await sql<{ kind: SubscriptionKind; count: number }>`
    select kind, count(*) from subscription s, unnest(s.kinds) as kind
    where s.round_id = ${roundId}::uuid and s.confirmed_at is not null and s.ended_at is null group by kind`.execute(db)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/**
 * Takes the next subscribers that are to be told of a subject, and notes that they have been. One who has been noted is
 * never given again, so a job that is done twice, or by two workers at once, tells nobody twice.
 *
 * @returns at most so many; fewer when there are no more
 */
export async function takeUntold(
  tx: Tx,
  notice: {
    readonly roundId: string
    readonly kind: SubscriptionKind
    readonly subject: string
    /** When it became news: those who confirmed later have read it already. */
    readonly newsAt: Date
    readonly at: Date
    readonly most: number
  },
): Promise<readonly Pick<Subscription, 'id' | 'email' | 'language'>[]> {
  const { roundId, kind, subject, newsAt, at, most } = notice
  const { rows } = await sql<Pick<Subscription, 'id' | 'email' | 'language'>>`
    with untold as (
      select s.id, s.email, s.language from subscription s
      where s.round_id = ${roundId}::uuid and s.confirmed_at <= ${newsAt} and s.ended_at is null
        and ${kind} = any(s.kinds)
        and not exists (select from subscription_notice n where n.subscription_id = s.id and n.subject = ${subject})
      order by s.id limit ${most} for update of s
    ), noted as (
      insert into subscription_notice (subscription_id, subject, told_at)
      select id, ${subject}, ${at}::timestamptz from untold
      on conflict (subscription_id, subject) do nothing returning subscription_id
    )
    select untold.id, untold.email, untold.language from untold join noted on noted.subscription_id = untold.id order by untold.id`.execute(
    tx,
  )
  return rows
}
