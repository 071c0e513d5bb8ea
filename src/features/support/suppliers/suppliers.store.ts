import { sql } from 'kysely'
import type { SupplierDetails, SupportWork } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A part of the support that is bought by itself. */
export type Lot = {
  readonly id: string
  readonly name: string
  /** The kinds of help that are bought under it; none where it is for any. */
  readonly works: readonly SupportWork[]
  /** Where it is for one award alone: that of which application, and for whom. */
  readonly application: string | null
  readonly council: string | null
}

export async function lotsOf(db: Database | Tx, fundId: string): Promise<readonly Lot[]> {
  const { rows } = await sql<Lot>`
    select l.id, l.name, l.works, a.reference as application, o.name as council
    from support_lot l left join award w on w.id = l.award_id left join application a on a.id = w.application_id
      left join organisation o on o.id = w.organisation_id
    where l.fund_id = ${fundId}::uuid order by l.name`.execute(db)
  return rows
}

/** @returns false where a lot of this name is there already */
export async function insertLot(
  tx: Tx,
  lot: {
    readonly id: string
    readonly fundId: string
    readonly name: string
    readonly works: readonly SupportWork[]
    readonly awardId: string | null
    readonly at: Date
    readonly by: string | null
  },
): Promise<boolean> {
  const { id, fundId, name, works, awardId, at, by } = lot
  const { rows } = await sql`
    insert into support_lot (id, fund_id, name, works, award_id, added_at, added_by)
    values (${id}::uuid, ${fundId}::uuid, ${name}, ${[...works]}::text[], ${awardId}::uuid, ${at}, ${by}::uuid)
    on conflict (fund_id, lower(name)) do nothing returning id`.execute(tx)
  return rows.length === 1
}

export type Supplier = SupplierDetails & {
  readonly id: string
  readonly fundId: string
  /** The ids of its lots. */
  readonly lots: readonly string[]
}

const columns = sql`s.id, s.fund_id as "fundId", s.name, s.terms,
  (select coalesce(jsonb_agg(l.lot_id), '[]') from support_supplier_lot l where l.supplier_id = s.id) as lots`

export async function suppliersOf(db: Database | Tx, fundId: string): Promise<readonly Supplier[]> {
  const { rows } = await sql<Supplier>`
    select ${columns} from support_supplier s where s.fund_id = ${fundId}::uuid order by s.name`.execute(db)
  return rows
}

/** @param id as an address gives it: no id at all finds nothing */
export async function supplierById(db: Database | Tx, id: string): Promise<Supplier | undefined> {
  const { rows } = await sql<Supplier>`select ${columns} from support_supplier s where s.id::text = ${id}`.execute(db)
  return rows[0]
}

/** @returns false where a supplier of this name is there already */
export async function insertSupplier(
  tx: Tx,
  { id, fundId, name, terms, at, by }: Omit<Supplier, 'lots'> & { readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    insert into support_supplier (id, fund_id, name, terms, added_at, added_by)
    values (${id}::uuid, ${fundId}::uuid, ${name}, ${terms}, ${at}, ${by}::uuid)
    on conflict (fund_id, lower(name)) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** @returns false where another supplier of the fund has the name */
export async function updateSupplier(tx: Tx, { id, fundId, name, terms }: Omit<Supplier, 'lots'>): Promise<boolean> {
  const { rows } = await sql`
    update support_supplier s set name = ${name}, terms = ${terms}
    where s.id = ${id}::uuid and not exists (select from support_supplier o
      where o.fund_id = ${fundId}::uuid and lower(o.name) = lower(${name}) and o.id <> s.id) returning id`.execute(tx)
  return rows.length === 1
}

/** Gives a supplier its lots. One under which something was ordered stays. */
export async function setLots(tx: Tx, supplierId: string, lots: readonly string[]): Promise<void> {
  const chosen = sql`(select jsonb_array_elements_text(${JSON.stringify(lots)}::jsonb)::uuid)`
  await sql`
    delete from support_supplier_lot l where l.supplier_id = ${supplierId}::uuid and l.lot_id not in ${chosen}
      and not exists (select from support_order o where (o.supplier_id, o.lot_id) = (l.supplier_id, l.lot_id))`.execute(
    tx,
  )
  await sql`
    insert into support_supplier_lot (supplier_id, lot_id)
    select ${supplierId}::uuid, id from support_lot where id in ${chosen} on conflict do nothing`.execute(tx)
}
