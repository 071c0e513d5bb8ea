import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A code of conduct that a programme team wrote. */
export type Conduct = { readonly number: number; readonly text: string; readonly publishedAt: Date }

/** The code in force; undefined while it is the one that comes with the service. */
export async function latestConduct(db: Database | Tx, fundId: string): Promise<Conduct | undefined> {
  const { rows } = await sql<Conduct>`
    select number, text, published_at as "publishedAt" from network_conduct
    where fund_id = ${fundId}::uuid order by number desc limit 1`.execute(db)
  return rows[0]
}

/** @returns false when somebody published this number before */
export async function insertConduct(
  tx: Tx,
  conduct: Pick<Conduct, 'number' | 'text'> & { readonly fundId: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { fundId, number, text, at, by } = conduct
  const { rows } = await sql`
    insert into network_conduct (fund_id, number, text, published_at, published_by)
    values (${fundId}::uuid, ${number}, ${text}, ${at}, ${by}::uuid) on conflict do nothing returning number`.execute(
    tx,
  )
  return rows.length === 1
}

/** Keeps that somebody accepted a version; twice is as good as once. @returns whether it is the first time */
export async function insertAcceptance(
  tx: Tx,
  of: { readonly fundId: string; readonly personId: string; readonly number: number; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into network_conduct_acceptance (fund_id, person_id, number, accepted_at)
    values (${of.fundId}::uuid, ${of.personId}::uuid, ${of.number}, ${of.at})
    on conflict do nothing returning number`.execute(tx)
  return rows.length === 1
}
