import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A representative of a funder who was told what was decided, under embargo. */
export type ToldFunder = {
  readonly organisationId: string
  readonly organisationName: string
  readonly personId: string
  readonly personName: string
  readonly toldAt: Date
  readonly toldByName: string
}

/** Who was told for the funders of a round, the first first. */
export async function fundersToldOf(db: Database | Tx, roundId: string): Promise<readonly ToldFunder[]> {
  const { rows } = await sql<ToldFunder>`
    select t.organisation_id as "organisationId", o.name as "organisationName", t.person_id as "personId",
      coalesce(nullif(p.name, ''), p.email) as "personName", t.told_at as "toldAt",
      coalesce(nullif(b.name, ''), b.email) as "toldByName"
    from funder_told t join organisation o on o.id = t.organisation_id join person p on p.id = t.person_id
      join person b on b.id = t.told_by
    where t.round_id = ${roundId}::uuid order by t.told_at, o.name, p.name, p.id`.execute(db)
  return rows
}

export async function insertFunderTold(
  tx: Tx,
  told: Pick<ToldFunder, 'organisationId' | 'personId'> & {
    readonly roundId: string
    readonly sha256: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { roundId, organisationId, personId, sha256, at, by } = told
  await sql`
    insert into funder_told (round_id, organisation_id, person_id, sha256, told_at, told_by)
    values (${roundId}::uuid, ${organisationId}, ${personId}::uuid, ${sha256}, ${at}, ${by}::uuid)`.execute(tx)
}
