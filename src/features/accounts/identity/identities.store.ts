import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An account of an identity provider. */
export type Account = { readonly issuer: string; readonly subject: string }

/** Whose account this is, if anybody's. */
export async function holderOf(db: Database | Tx, { issuer, subject }: Account): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from identity where issuer = ${issuer} and subject = ${subject}`.execute(db)
  return rows[0]?.personId
}

/** Links an account to a person. @returns false if the person has another of this issuer, or it has another holder */
export async function linkAccount(tx: Tx, { issuer, subject }: Account, personId: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ personId: string }>`
    insert into identity (issuer, subject, person_id, linked_at)
    values (${issuer}, ${subject}, ${personId}::uuid, ${at})
    on conflict do nothing returning person_id as "personId"`.execute(tx)
  return rows.length === 1
}

/** Since when an account of this issuer is linked to a person, if one is. */
export async function linkedAt(db: Database, issuer: string, personId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ linkedAt: Date }>`
    select linked_at as "linkedAt" from identity where issuer = ${issuer} and person_id = ${personId}::uuid`.execute(db)
  return rows[0]?.linkedAt
}

/** @returns false if there was none */
export async function unlinkAccount(tx: Tx, issuer: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ personId: string }>`
    delete from identity where issuer = ${issuer} and person_id = ${personId}::uuid
    returning person_id as "personId"`.execute(tx)
  return rows.length === 1
}
