import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

export const interestKinds = ['employer', 'authority', 'supplier', 'home'] as const
export type InterestKind = (typeof interestKinds)[number]

/** An employer, an authority or supplier in which there is an interest, or where somebody lives. */
export type Interest = {
  readonly id: string
  readonly kind: InterestKind
  readonly name: string
  /** The last day, of an employer that is past. */
  readonly endedOn: string | null
}

/** What somebody has said of themselves in a round and not taken back, in the order in which they said it. */
export async function interestsOfPerson(
  db: Database | Tx,
  roundId: string,
  personId: string,
): Promise<readonly Interest[]> {
  const { rows } = await sql<Interest>`
    select i.id, i.kind, coalesce(o.name, s.name) as name, i.ended_on as "endedOn"
    from assessor_interest i left join organisation o on o.id = i.organisation_id
    left join supplier s on s.id = i.supplier_id
    where i.round_id = ${roundId}::uuid and i.person_id::text = ${personId} and i.removed_at is null
    order by i.recorded_at, i.id`.execute(db)
  return rows
}

/** Whose interests: of a person in a round that they assess, or on whose panel they are. */
type Key = { readonly roundId: string; readonly personId: string }

export async function insertInterest(
  tx: Tx,
  row: Key & {
    readonly id: string
    readonly kind: InterestKind
    readonly organisationId: string | null
    readonly supplierId: string | null
    readonly endedOn: string | null
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into assessor_interest (id, round_id, person_id, kind, organisation_id, supplier_id, ended_on, recorded_at)
    values (${row.id}::uuid, ${row.roundId}::uuid, ${row.personId}::uuid, ${row.kind}, ${row.organisationId},
      ${row.supplierId}::uuid, ${row.endedOn}::date, ${row.at})`.execute(tx)
}

/** Takes an interest back; its row is kept. @returns false when it is not theirs */
export async function markInterestRemoved(tx: Tx, { roundId, personId }: Key, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update assessor_interest set removed_at = ${at}
    where id::text = ${id} and round_id = ${roundId}::uuid and person_id = ${personId}::uuid and removed_at is null
    returning id`.execute(tx)
  return rows.length === 1
}
