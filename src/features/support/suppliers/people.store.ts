import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody who works for a supplier. */
export type SupplierPerson = { readonly personId: string; readonly name: string; readonly email: string }

export async function peopleOfSupplier(db: Database | Tx, supplierId: string): Promise<readonly SupplierPerson[]> {
  const { rows } = await sql<SupplierPerson>`
    select p.id as "personId", coalesce(nullif(p.name, ''), p.email) as name, p.email
    from support_supplier_person s join person p on p.id = s.person_id
    where s.supplier_id = ${supplierId}::uuid and s.ended_at is null order by 2, p.id`.execute(db)
  return rows
}

/** Has somebody work for a supplier, again if they did before. */
export async function insertSupplierPerson(
  tx: Tx,
  supplierId: string,
  personId: string,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into support_supplier_person (supplier_id, person_id, added_at, added_by)
    values (${supplierId}::uuid, ${personId}::uuid, ${at}, ${by}::uuid)
    on conflict (supplier_id, person_id) do update set added_at = excluded.added_at, added_by = excluded.added_by,
      ended_at = null`.execute(tx)
}

/** @returns false where they did not work for it */
export async function endSupplierPerson(tx: Tx, supplierId: string, personId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update support_supplier_person set ended_at = ${at}
    where supplier_id = ${supplierId}::uuid and person_id::text = ${personId} and ended_at is null
    returning person_id`.execute(tx)
  return rows.length === 1
}

/** A supplier for which somebody works. */
export type WorksFor = {
  readonly supplierId: string
  readonly supplier: string
  readonly fundId: string
  readonly fundName: string
  readonly illustrative: boolean
  readonly lots: readonly string[]
}

/** For which suppliers somebody works, with the names of their lots. */
export async function suppliersOfPerson(db: Database | Tx, personId: string): Promise<readonly WorksFor[]> {
  const { rows } = await sql<WorksFor>`
    select s.id as "supplierId", s.name as supplier, f.id as "fundId", f.name as "fundName", f.illustrative,
      (select coalesce(jsonb_agg(l.name order by l.name), '[]') from support_supplier_lot sl
        join support_lot l on l.id = sl.lot_id where sl.supplier_id = s.id) as lots
    from support_supplier_person p join support_supplier s on s.id = p.supplier_id join fund f on f.id = s.fund_id
    where p.person_id = ${personId}::uuid and p.ended_at is null order by f.name, s.name`.execute(db)
  return rows
}

/** An award that a supplier may be given work on, with what it said of its interest. */
export type AwardToDeclare = {
  readonly supplierId: string
  readonly awardId: string
  readonly application: string
  readonly council: string
  readonly title: string
  readonly interested: boolean | null
  readonly what: string | null
  readonly waived: boolean
}

/** The awards of support of the lots of somebody's suppliers that are accepted, by supplier and council. */
export async function awardsToDeclare(db: Database | Tx, personId: string): Promise<readonly AwardToDeclare[]> {
  const { rows } = await sql<AwardToDeclare>`
    select s.id as "supplierId", w.id as "awardId", a.reference as application, o.name as council, w.title, i.interested,
      i.what, exists (select from support_waiver v where (v.supplier_id, v.award_id, v.number) = (s.id, w.id, i.number)) as waived
    from support_supplier_person p join support_supplier s on s.id = p.supplier_id join round r on r.fund_id = s.fund_id
      join award w on w.round_id = r.id and w.state = 'accepted' and w.type = 'support-in-kind'
      join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
      left join lateral (select number, interested, what from support_interest l
        where l.supplier_id = s.id and l.award_id = w.id order by number desc limit 1) i on true
    where p.person_id = ${personId}::uuid and p.ended_at is null
      and exists (select from support_supplier_lot sl join support_lot l on l.id = sl.lot_id
        where sl.supplier_id = s.id and coalesce(l.award_id, w.id) = w.id)
    order by s.name, o.name, a.reference`.execute(db)
  return rows
}
