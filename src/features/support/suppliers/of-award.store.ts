import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A supplier of the support of an award, with who works for it here. */
export type AwardSupplier = { readonly id: string; readonly name: string; readonly personIds: readonly string[] }

/** Those that have an order for the award of an application which was not withdrawn, or a lot for it alone: one statement. */
export async function suppliersOfAward(db: Database | Tx, applicationId: string): Promise<readonly AwardSupplier[]> {
  const { rows } = await sql<AwardSupplier>`
    select s.id, s.name, (select coalesce(jsonb_agg(p.person_id order by p.person_id), '[]') from support_supplier_person p
      where p.supplier_id = s.id and p.ended_at is null) as "personIds"
    from support_supplier s where s.id in (
      select d.supplier_id from support_order d join award w on w.id = d.award_id
      where w.application_id = ${applicationId}::uuid and d.withdrawn_at is null
      union
      select l.supplier_id from support_supplier_lot l join support_lot t on t.id = l.lot_id join award w on w.id = t.award_id
      where w.application_id = ${applicationId}::uuid)
    order by s.name`.execute(db)
  return rows
}
