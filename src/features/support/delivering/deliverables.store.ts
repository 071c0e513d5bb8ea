import { sql } from 'kysely'
import type { AcceptingSide, DeliverableRead, SideAnswer } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What a side said of a delivery. */
export type DeliveryAnswer = SideAnswer & { readonly reason: string; readonly at: string; readonly by: string }

/** One delivery of a deliverable. Times are ISO 8601. */
export type Delivery = {
  readonly number: number
  readonly note: string
  readonly at: string
  readonly by: string
  readonly answers: readonly DeliveryAnswer[]
}

export type Deliverable = DeliverableRead & {
  readonly number: number
  /** The first one first. */
  readonly deliveries: readonly Delivery[]
}

const nameOf = (person: string) => sql.raw(`coalesce(nullif(${person}.name, ''), ${person}.email, '')`)

/** What an order delivers, with every delivery and what was said of it. */
export async function deliverablesOf(db: Database | Tx, orderId: string): Promise<readonly Deliverable[]> {
  const { rows } = await sql<Deliverable>`
    select d.number, d.title, d.due_on as "dueOn", d.net_pence as "netPence",
      (select coalesce(jsonb_agg(jsonb_build_object('number', y.number, 'note', y.note, 'at', y.delivered_at,
        'by', ${nameOf('p')}, 'answers',
        (select coalesce(jsonb_agg(jsonb_build_object('side', n.side, 'yes', n.accepted, 'reason', n.reason,
          'at', n.answered_at, 'by', ${nameOf('q')}) order by n.answered_at, n.side), '[]')
          from support_delivery_answer n left join person q on q.id = n.answered_by
          where (n.order_id, n.deliverable, n.number) = (y.order_id, y.deliverable, y.number))) order by y.number), '[]')
        from support_delivery y left join person p on p.id = y.delivered_by
        where (y.order_id, y.deliverable) = (d.order_id, d.number)) as deliveries
    from support_deliverable d where d.order_id = ${orderId}::uuid and d.removed_at is null order by d.number`.execute(
    db,
  )
  return rows
}

type Doing = { readonly at: Date; readonly by: string | null }

/** @returns its number @throws where the deliverables would cost more than the order */
export async function insertDeliverable(
  tx: Tx,
  orderId: string,
  { title, dueOn, netPence, at, by }: DeliverableRead & Doing,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into support_deliverable (order_id, number, title, due_on, net_pence, added_at, added_by)
    select ${orderId}::uuid, coalesce(max(number), 0) + 1, ${title}, ${dueOn}::date, ${netPence}, ${at}, ${by}::uuid
    from support_deliverable where order_id = ${orderId}::uuid returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

export async function removeDeliverable(tx: Tx, orderId: string, number: number, at: Date): Promise<void> {
  await sql`
    update support_deliverable set removed_at = ${at}
    where order_id = ${orderId}::uuid and number = ${number}`.execute(tx)
}

/** Keeps a delivery under the next number, which it gives back. */
export async function insertDelivery(
  tx: Tx,
  orderId: string,
  deliverable: number,
  { note, at, by }: { readonly note: string } & Doing,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into support_delivery (order_id, deliverable, number, note, delivered_at, delivered_by)
    select ${orderId}::uuid, ${deliverable}, coalesce(max(number), 0) + 1, ${note}, ${at}, ${by}::uuid
    from support_delivery where order_id = ${orderId}::uuid and deliverable = ${deliverable} returning number`.execute(
    tx,
  )
  return rows[0]?.number ?? 0
}

export async function insertDeliveryAnswer(
  tx: Tx,
  orderId: string,
  { deliverable, number }: { readonly deliverable: number; readonly number: number },
  { side, yes, reason, at, by }: SideAnswer & { readonly side: AcceptingSide; readonly reason: string } & Doing,
): Promise<void> {
  await sql`
    insert into support_delivery_answer (order_id, deliverable, number, side, accepted, reason, answered_at, answered_by)
    values (${orderId}::uuid, ${deliverable}, ${number}, ${side}, ${yes}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
}
