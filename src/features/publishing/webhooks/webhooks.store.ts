import { type RawBuilder, sql } from 'kysely'
import type { WebhookEvent } from '../../../core/webhooks/webhook.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An address outside that is told what becomes public about a fund. */
export type Webhook = {
  readonly id: string
  readonly fundId: string
  readonly address: string
  readonly events: readonly WebhookEvent[]
  readonly state: 'active' | 'paused'
  /** Why the service paused it; empty where somebody did, or it is active. */
  readonly pauseReason: string
  /** Of what happened before it is not told. */
  readonly activeSince: Date
  /** How many messages in a row were given up. */
  readonly givenUp: number
  readonly sealedSecret: string
  readonly previousSealedSecret: string | null
  /** Until when the secret before the present one signs too. */
  readonly previousUntil: Date | null
  readonly createdAt: Date
  readonly createdBy: string
}

const columns = sql`w.id, w.fund_id as "fundId", w.address, to_jsonb(w.events) as events, w.state,
  w.pause_reason as "pauseReason", w.active_since as "activeSince", w.given_up as "givenUp",
  w.sealed_secret as "sealedSecret", w.previous_sealed_secret as "previousSealedSecret",
  w.previous_until as "previousUntil", w.created_at as "createdAt", w.created_by as "createdBy"`

async function webhooksWhere(db: Database | Tx, condition: RawBuilder<unknown>): Promise<readonly Webhook[]> {
  const { rows } = await sql<Webhook>`
    select ${columns} from webhook w where w.removed_at is null and ${condition} order by w.created_at, w.id`.execute(
    db,
  )
  return rows
}

/** Those of a fund, the oldest first. */
export const webhooksOf = async (db: Database | Tx, fundId: string): Promise<readonly Webhook[]> =>
  await webhooksWhere(db, sql`w.fund_id = ${fundId}::uuid`)

/** Those that are told now, of every fund. */
export const activeWebhooks = async (db: Database): Promise<readonly Webhook[]> =>
  await webhooksWhere(db, sql`w.state = 'active'`)

export const webhookById = async (db: Database | Tx, id: string): Promise<Webhook | undefined> =>
  (await webhooksWhere(db, sql`w.id::text = ${id}`))[0]

export type NewWebhook = Pick<Webhook, 'id' | 'fundId' | 'address' | 'events' | 'sealedSecret' | 'createdBy'> & {
  readonly at: Date
}

/** @returns false when the fund has one with this address */
export async function insertWebhook(tx: Tx, webhook: NewWebhook): Promise<boolean> {
  const { id, fundId, address, events, sealedSecret, at, createdBy } = webhook
  const { rows } = await sql`
    insert into webhook (id, fund_id, address, events, sealed_secret, active_since, created_at, created_by)
    values (${id}::uuid, ${fundId}::uuid, ${address}, ${[...events]}::text[], ${sealedSecret}, ${at}, ${at},
      ${createdBy}::uuid)
    on conflict (fund_id, address) where removed_at is null do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** @returns false when it was paused already */
export async function markPaused(tx: Tx, id: string, reason: string): Promise<boolean> {
  const { rows } = await sql`
    update webhook set state = 'paused', pause_reason = ${reason} where id = ${id}::uuid and state = 'active'
    returning id`.execute(tx)
  return rows.length === 1
}

/** @returns false when it was active already */
export async function markActive(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update webhook set state = 'active', pause_reason = '', given_up = 0, active_since = ${at}
    where id = ${id}::uuid and state = 'paused' returning id`.execute(tx)
  return rows.length === 1
}

/** What it is told of from now on. */
export async function updateEvents(tx: Tx, id: string, events: readonly WebhookEvent[]): Promise<void> {
  await sql`update webhook set events = ${[...events]}::text[] where id = ${id}::uuid`.execute(tx)
}

/** Where it is sent to from now on, with nothing given up there yet. */
export async function updateAddress(tx: Tx, id: string, address: string): Promise<void> {
  await sql`update webhook set address = ${address}, given_up = 0 where id = ${id}::uuid`.execute(tx)
}

export async function markRemoved(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update webhook set removed_at = ${at}, sealed_secret = '', previous_sealed_secret = null, previous_until = null
    where id = ${id}::uuid`.execute(tx)
}

/** Puts a new secret in force, and keeps the one before it for a while. */
export async function replaceSecret(tx: Tx, id: string, sealed: string, previousUntil: Date): Promise<void> {
  await sql`
    update webhook set previous_sealed_secret = sealed_secret, previous_until = ${previousUntil}, sealed_secret = ${sealed}
    where id = ${id}::uuid`.execute(tx)
}

/** Counts a message that was given up, or begins anew. @returns how many there are in a row */
export async function countGivenUp(tx: Tx, id: string, delivered: boolean): Promise<number> {
  const { rows } = await sql<{ givenUp: number }>`
    update webhook set given_up = case when ${delivered} then 0 else given_up + 1 end where id = ${id}::uuid
    returning given_up as "givenUp"`.execute(tx)
  return rows[0]?.givenUp ?? 0
}

/** Why the service pauses a webhook: it failed several times in a row, or its receiver says that it is gone. */
export type PauseReason = 'failing' | 'gone'
