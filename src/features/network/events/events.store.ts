import { sql } from 'kysely'
import type { EventPlan } from '../../../core/network/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An event as it is kept, with how many have a place and how many wait for one. */
export type NetworkEvent = EventPlan & {
  readonly id: string
  readonly fundId: string
  readonly cancelledAt: Date | null
  readonly cancelledWhy: string
  readonly going: number
  readonly waiting: number
}

const columns = sql`e.id, e.fund_id as "fundId", e.title, e.about, e.held, e.place, e.joining, e.starts_at as "startsAt",
  e.ends_at as "endsAt", e.capacity, e.cancelled_at as "cancelledAt", e.cancelled_why as "cancelledWhy",
  (select count(*) from network_place p where p.event_id = e.id and p.state = 'going')::int as going,
  (select count(*) from network_place p where p.event_id = e.id and p.state = 'waiting')::int as waiting`

/** The events of a fund that end after a time (null: all), the next one first. */
export async function eventsOf(
  db: Database | Tx,
  fundId: string,
  after: Date | null,
): Promise<readonly NetworkEvent[]> {
  const { rows } = await sql<NetworkEvent>`
    select ${columns} from network_event e
    where e.fund_id = ${fundId}::uuid and (${after}::timestamptz is null or e.ends_at > ${after})
    order by e.starts_at, e.id`.execute(db)
  return rows
}

/** An event by what an address says is its id. */
export async function eventById(db: Database | Tx, id: string): Promise<NetworkEvent | undefined> {
  const { rows } = await sql<NetworkEvent>`select ${columns} from network_event e where e.id::text = ${id}`.execute(db)
  return rows[0]
}

/** Holds an event until the transaction ends: answers to it wait for each other. */
export async function lockEvent(tx: Tx, id: string): Promise<NetworkEvent | undefined> {
  await sql`select id from network_event where id::text = ${id} for update`.execute(tx)
  return await eventById(tx, id)
}

export async function insertEvent(
  tx: Tx,
  event: EventPlan & { readonly id: string; readonly fundId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, fundId, title, about, held, place, joining, startsAt, endsAt, capacity, at, by } = event
  await sql`
    insert into network_event (id, fund_id, title, about, held, place, joining, starts_at, ends_at, capacity, made_at, made_by)
    values (${id}::uuid, ${fundId}::uuid, ${title}, ${about}, ${held}, ${place}, ${joining}, ${startsAt}, ${endsAt},
      ${capacity}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function updateEvent(tx: Tx, id: string, event: EventPlan): Promise<void> {
  const { title, about, held, place, joining, startsAt, endsAt, capacity } = event
  await sql`
    update network_event set title = ${title}, about = ${about}, held = ${held}, place = ${place}, joining = ${joining},
      starts_at = ${startsAt}, ends_at = ${endsAt}, capacity = ${capacity}, changes = changes + 1
    where id = ${id}::uuid`.execute(tx)
}

export async function markEventCancelled(tx: Tx, id: string, why: string, at: Date): Promise<void> {
  await sql`update network_event set cancelled_at = ${at}, cancelled_why = ${why} where id = ${id}::uuid`.execute(tx)
}
