import { sql } from 'kysely'
import type { Spend } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What became of the money of one order. */
export type OrderSpend = Spend & {
  readonly reference: string
  readonly awardId: string
  readonly application: string
  readonly council: string
  readonly lot: string
  readonly supplier: string
  readonly title: string
}

/** What a sum without value added tax counts against an award, by the rule of its fund. */
const counted = (net: ReturnType<typeof sql>) =>
  sql`(case when f.vat = 'excluded' then ${net} else ${net} + (${net} * d.vat_percent + 50) / 100 end)`

const invoiced = (states: readonly string[]) =>
  sql`coalesce((select sum(case when f.vat = 'excluded' then i.net_pence else i.net_pence + i.vat_pence end)
    from support_invoice i where i.order_id = d.id and i.state = any(${[...states]}::text[])), 0)::bigint`

/** What became of the money of every order of a fund that stands, by council and order. */
export async function spendOfFund(db: Database | Tx, fundId: string): Promise<readonly OrderSpend[]> {
  const { rows } = await sql<OrderSpend>`
    select d.reference, d.award_id as "awardId", a.reference as application, o.name as council, l.name as lot,
      s.name as supplier, d.title, d.counted_pence as "orderedPence",
      ${counted(sql`support_accepted_pence(d.id)`)} as "acceptedPence",
      ${invoiced(['sent', 'approved', 'paid'])} as "invoicedPence", ${invoiced(['paid'])} as "paidPence"
    from support_order d join support_supplier s on s.id = d.supplier_id join support_lot l on l.id = d.lot_id
      join award w on w.id = d.award_id join application a on a.id = w.application_id
      join organisation o on o.id = w.organisation_id join round r on r.id = w.round_id join fund f on f.id = r.fund_id
    where f.id = ${fundId}::uuid and d.withdrawn_at is null order by o.name, d.ordered_at, d.reference`.execute(db)
  return rows
}
