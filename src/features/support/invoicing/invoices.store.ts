import { sql } from 'kysely'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type InvoiceState = 'sent' | 'approved' | 'refused' | 'paid'

/** An invoice of a supplier, for deliverables of one order. */
export type Invoice = {
  readonly number: number
  /** What the supplier calls it. */
  readonly name: string
  readonly datedOn: IsoDay
  readonly netPence: number
  readonly vatPence: number
  readonly state: InvoiceState
  readonly sentAt: Date
  readonly sentBy: string
  readonly answeredBy: string | null
  readonly reason: string
  readonly paidOn: IsoDay | null
  /** The numbers of what it is for. */
  readonly deliverables: readonly number[]
}

/** The invoices of an order, the first one first. */
export async function invoicesOf(db: Database | Tx, orderId: string): Promise<readonly Invoice[]> {
  const { rows } = await sql<Invoice>`
    select i.number, i.name, i.dated_on as "datedOn", i.net_pence as "netPence", i.vat_pence as "vatPence", i.state,
      i.sent_at as "sentAt", coalesce(nullif(p.name, ''), p.email, '') as "sentBy",
      coalesce(nullif(q.name, ''), q.email) as "answeredBy", i.reason, i.paid_on as "paidOn",
      (select coalesce(jsonb_agg(l.deliverable order by l.deliverable), '[]') from support_invoice_line l
        where (l.order_id, l.number) = (i.order_id, i.number)) as deliverables
    from support_invoice i left join person p on p.id = i.sent_by left join person q on q.id = i.answered_by
    where i.order_id = ${orderId}::uuid order by i.number`.execute(db)
  return rows
}

/** @returns its number @throws where something of it is not accepted, or is invoiced already */
export async function insertInvoice(
  tx: Tx,
  orderId: string,
  invoice: Pick<Invoice, 'name' | 'datedOn' | 'netPence' | 'vatPence'> & {
    readonly lines: readonly { readonly number: number; readonly netPence: number }[]
    readonly at: Date
    readonly by: string | null
  },
): Promise<number> {
  const { name, datedOn, netPence, vatPence, lines, at, by } = invoice
  const { rows } = await sql<{ number: number }>`
    insert into support_invoice (order_id, number, name, dated_on, net_pence, vat_pence, sent_at, sent_by)
    select ${orderId}::uuid, coalesce(max(number), 0) + 1, ${name}, ${datedOn}::date, ${netPence}, ${vatPence}, ${at},
      ${by}::uuid
    from support_invoice where order_id = ${orderId}::uuid returning number`.execute(tx)
  const number = rows[0]?.number ?? 0
  await sql`
    insert into support_invoice_line (order_id, number, deliverable, net_pence)
    select ${orderId}::uuid, ${number}, l.number, l."netPence"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (number integer, "netPence" bigint)`.execute(tx)
  return number
}

export async function markAnswered(
  tx: Tx,
  orderId: string,
  number: number,
  answer: {
    readonly state: 'approved' | 'refused'
    readonly reason: string
    readonly at: Date
    readonly by: string | null
  },
): Promise<void> {
  const { state, reason, at, by } = answer
  await sql`
    update support_invoice set state = ${state}, reason = ${reason}, answered_at = ${at}, answered_by = ${by}::uuid
    where order_id = ${orderId}::uuid and number = ${number}`.execute(tx)
}

export async function markPaid(
  tx: Tx,
  orderId: string,
  number: number,
  { paidOn, by }: { readonly paidOn: IsoDay; readonly by: string | null },
): Promise<void> {
  await sql`
    update support_invoice set state = 'paid', paid_on = ${paidOn}::date, paid_by = ${by}::uuid
    where order_id = ${orderId}::uuid and number = ${number}`.execute(tx)
}
