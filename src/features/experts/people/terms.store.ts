import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What experts of a fund agree to, as one version. */
export type Terms = {
  readonly number: number
  /** Markdown. */
  readonly text: string
  /** Whole pounds an hour, without VAT. */
  readonly feePounds: number
  readonly sha256: string
  readonly madeAt: Date
}

/** The versions of the terms, the one in force first. */
export async function termsOf(db: Database | Tx, fundId: string): Promise<readonly Terms[]> {
  const { rows } = await sql<Terms>`
    select number, text, fee_pounds as "feePounds", sha256, made_at as "madeAt" from expert_terms
    where fund_id = ${fundId}::uuid order by number desc`.execute(db)
  return rows
}

export async function insertTerms(
  tx: Tx,
  fundId: string,
  terms: Terms & { readonly by: string | null },
): Promise<void> {
  const { number, text, feePounds, sha256, madeAt, by } = terms
  await sql`
    insert into expert_terms (fund_id, number, text, fee_pounds, sha256, made_at, made_by)
    values (${fundId}::uuid, ${number}, ${text}, ${feePounds}, ${sha256}, ${madeAt}, ${by}::uuid)`.execute(tx)
}
