import { sql } from 'kysely'
import type { VatRule } from '../../../core/rounds/fund.ts'
import type { DatedTerms, OrderCost, SupportWork } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An order by its terms in force, with the award and fund that it is of. */
export type Order = DatedTerms &
  OrderCost & {
    readonly id: string
    readonly reference: string
    readonly awardId: string
    readonly application: string
    readonly organisationId: string
    readonly council: string
    /** Whether its award is still accepted. */
    readonly accepted: boolean
    readonly supplierId: string
    readonly supplier: string
    readonly lot: string
    readonly work: SupportWork
    readonly title: string
    readonly what: string
    /** The number of the terms in force. */
    readonly terms: number
    readonly orderedAt: Date
    readonly withdrawnAt: Date | null
    /** Why it was withdrawn. */
    readonly reason: string
    /** When it was closed short. */
    readonly closedAt: Date | null
    readonly closedReason: string
    /** What is paid of it, without value added tax. */
    readonly paidPence: number
    readonly fundId: string
    readonly fundSlug: string
    readonly fundName: string
    readonly vat: VatRule
    readonly illustrative: boolean
  }

const columns = sql`d.id, d.reference, d.award_id as "awardId", a.reference as application,
  w.organisation_id as "organisationId", o.name as council, w.state = 'accepted' as accepted,
  d.supplier_id as "supplierId", s.name as supplier, l.name as lot, d.work, d.title, d.what, d.terms,
  d.tenth_days as "tenthDays", d.rate_pence as "ratePence", d.expenses_pence as "expensesPence",
  d.vat_percent as "vatPercent", d.due_on as "dueOn", d.net_pence as "netPence", d.vat_pence as "vatPence",
  d.counted_pence as "countedPence", d.ordered_at as "orderedAt", d.withdrawn_at as "withdrawnAt", d.reason,
  d.closed_at as "closedAt", d.closed_reason as "closedReason",
  (select coalesce(sum(i.net_pence), 0) from support_invoice i where i.order_id = d.id and i.state = 'paid')::bigint as "paidPence",
  f.id as "fundId", f.slug as "fundSlug", f.name as "fundName", f.vat, r.illustrative or f.illustrative as illustrative`

const tables = sql`support_order d join support_supplier s on s.id = d.supplier_id join support_lot l on l.id = d.lot_id
  join award w on w.id = d.award_id join application a on a.id = w.application_id
  join organisation o on o.id = w.organisation_id join round r on r.id = w.round_id join fund f on f.id = r.fund_id`

export async function orderByReference(db: Database | Tx, reference: string): Promise<Order | undefined> {
  const { rows } = await sql<Order>`select ${columns} from ${tables} where d.reference = ${reference}`.execute(db)
  return rows[0]
}

/** The orders of an award, the first one first. */
export async function ordersOfAward(db: Database | Tx, awardId: string): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select ${columns} from ${tables} where d.award_id = ${awardId}::uuid order by d.ordered_at, d.reference`.execute(db)
  return rows
}

export async function ordersOfSupplier(db: Database | Tx, supplierId: string): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select ${columns} from ${tables} where d.supplier_id = ${supplierId}::uuid order by d.ordered_at, d.reference`.execute(
    db,
  )
  return rows
}

/** The orders of all suppliers for whom somebody works. */
export async function ordersOfPerson(db: Database | Tx, personId: string): Promise<readonly Order[]> {
  const { rows } = await sql<Order>`
    select ${columns} from ${tables} join support_supplier_person p on p.supplier_id = d.supplier_id
    where p.person_id = ${personId}::uuid and p.ended_at is null order by d.ordered_at, d.reference`.execute(db)
  return rows
}

/** What the orders of an award, and of its whole fund, count against them, in pence. */
export async function countedPence(
  db: Database | Tx,
  { id, fundId }: { readonly id: string; readonly fundId: string },
): Promise<{ readonly awardPence: number; readonly fundPence: number }> {
  const { rows } = await sql<{ awardPence: number; fundPence: number }>`
    select coalesce(sum(d.counted_pence) filter (where w.id = ${id}::uuid), 0)::bigint as "awardPence",
      coalesce(sum(d.counted_pence), 0)::bigint as "fundPence"
    from support_order d join award w on w.id = d.award_id join round r on r.id = w.round_id
    where r.fund_id = ${fundId}::uuid`.execute(db)
  return rows[0] ?? { awardPence: 0, fundPence: 0 }
}

/** What is ordered for an award, in pence. */
export const orderedPence = async (
  db: Database | Tx,
  award: { readonly id: string; readonly fundId: string },
): Promise<number> => (await countedPence(db, award)).awardPence

export type NewOrder = DatedTerms & {
  readonly id: string
  readonly reference: string
  readonly awardId: string
  readonly supplierId: string
  readonly lotId: string
  readonly work: SupportWork
  readonly title: string
  readonly what: string
  readonly at: Date
  readonly by: string | null
}

/** Makes an order, with its first terms. @throws where it does not fit its award or fund, or a supplier has an interest */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { id, reference, awardId, supplierId, lotId, work, title, what, at, by } = order
  const { tenthDays, ratePence, expensesPence, vatPercent, dueOn } = order
  await sql`
    with made as (
      insert into support_order (id, reference, award_id, supplier_id, lot_id, work, title, what, terms, tenth_days,
        rate_pence, expenses_pence, vat_percent, due_on, ordered_at, ordered_by)
      values (${id}::uuid, ${reference}, ${awardId}::uuid, ${supplierId}::uuid, ${lotId}::uuid, ${work}, ${title}, ${what}, 1,
        ${tenthDays}, ${ratePence}, ${expensesPence}, ${vatPercent}, ${dueOn}::date, ${at}, ${by}::uuid)
      returning id, tenth_days, rate_pence, expenses_pence, vat_percent, due_on)
    insert into support_order_terms (order_id, number, tenth_days, rate_pence, expenses_pence, vat_percent, due_on, reason,
      asked_at, asked_by)
    select id, 1, tenth_days, rate_pence, expenses_pence, vat_percent, due_on, '', ${at}, ${by}::uuid from made`.execute(
    tx,
  )
}

/** A supplier with one of its lots that an award can be served from, and what it said of its interest. */
export type Offer = {
  readonly key: string
  readonly supplierId: string
  readonly supplier: string
  readonly lotId: string
  readonly lot: string
  /** The kinds of help that are bought under the lot; none where it is for any. */
  readonly works: readonly SupportWork[]
  readonly interested: boolean | null
  readonly waived: boolean
}

/** Every offer for an award, by supplier and lot. */
export async function offersFor(
  db: Database | Tx,
  { id, fundId }: { readonly id: string; readonly fundId: string },
): Promise<readonly Offer[]> {
  const { rows } = await sql<Offer>`
    select s.id || '/' || l.id as key, s.id as "supplierId", s.name as supplier, l.id as "lotId", l.name as lot, l.works, i.interested,
      exists (select from support_waiver v where (v.supplier_id, v.award_id, v.number) = (s.id, ${id}::uuid, i.number)) as waived
    from support_supplier s join support_supplier_lot sl on sl.supplier_id = s.id join support_lot l on l.id = sl.lot_id
      left join lateral (select number, interested from support_interest n
        where n.supplier_id = s.id and n.award_id = ${id}::uuid order by number desc limit 1) i on true
    where s.fund_id = ${fundId}::uuid and coalesce(l.award_id, ${id}::uuid) = ${id}::uuid
    order by s.name, l.name`.execute(db)
  return rows
}

/** Holds an order until the transaction ends; its fund before, as all do that order. */
export async function lockOrder(tx: Tx, reference: string): Promise<void> {
  await sql`
    select f.id from fund f join round r on r.fund_id = f.id join award w on w.round_id = r.id
      join support_order d on d.award_id = w.id
    where d.reference = ${reference} for no key update of f`.execute(tx)
  await sql`select id from support_order where reference = ${reference} for update`.execute(tx)
}
