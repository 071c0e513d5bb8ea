import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What a supplier says last of its interest in the service of an award, with what was waived. */
export type Interest = {
  readonly supplierId: string
  readonly supplier: string
  readonly number: number
  readonly interested: boolean
  readonly what: string
  readonly declaredAt: Date
  readonly declaredBy: string
  /** Why it bars nothing; null where it was not waived. */
  readonly waiver: string | null
  readonly waivedBy: string | null
}

/** The last declarations about an award, by supplier. */
export async function interestsIn(db: Database | Tx, awardId: string): Promise<readonly Interest[]> {
  const { rows } = await sql<Interest>`
    select distinct on (s.name, s.id) s.id as "supplierId", s.name as supplier, i.number, i.interested, i.what,
      i.declared_at as "declaredAt", coalesce(nullif(p.name, ''), p.email) as "declaredBy", w.reason as waiver,
      coalesce(nullif(v.name, ''), v.email) as "waivedBy"
    from support_interest i join support_supplier s on s.id = i.supplier_id join person p on p.id = i.declared_by
      left join support_waiver w on (w.supplier_id, w.award_id, w.number) = (i.supplier_id, i.award_id, i.number)
      left join person v on v.id = w.waived_by
    where i.award_id = ${awardId}::uuid order by s.name, s.id, i.number desc`.execute(db)
  return rows
}

/** Keeps a declaration under the next number. */
export async function insertInterest(
  tx: Tx,
  interest: {
    readonly supplierId: string
    readonly awardId: string
    readonly what: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { supplierId, awardId, what, at, by } = interest
  await sql`
    insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    select ${supplierId}::uuid, ${awardId}::uuid, coalesce(max(number), 0) + 1, ${what !== ''}, ${what}, ${at}, ${by}::uuid
    from support_interest where supplier_id = ${supplierId}::uuid and award_id = ${awardId}::uuid`.execute(tx)
}

export async function insertWaiver(
  tx: Tx,
  awardId: string,
  { supplierId, number }: Pick<Interest, 'supplierId' | 'number'>,
  { reason, at, by }: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into support_waiver (supplier_id, award_id, number, reason, waived_at, waived_by)
    values (${supplierId}::uuid, ${awardId}::uuid, ${number}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
}
