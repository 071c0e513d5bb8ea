import { sql } from 'kysely'
import type { SignerRole } from '../../../core/awards/index.ts'
import type { AgreedStatement } from '../../../core/sign-offs/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Who is to sign for the council. */
export type Signer = {
  readonly role: SignerRole
  readonly name: string
  readonly jobTitle: string
  readonly email: string
}

export async function signersOf(db: Database | Tx, awardId: string): Promise<readonly Signer[]> {
  const { rows } = await sql<Signer>`
    select role, name, job_title as "jobTitle", email from award_signer where award_id = ${awardId}::uuid
    order by role`.execute(db)
  return rows
}

/** Names a signer in place of whoever was named before. `by` is null where the application named them. */
export async function upsertSigner(
  tx: Tx,
  awardId: string,
  { role, name, jobTitle, email }: Signer,
  { at, by }: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into award_signer (award_id, role, name, job_title, email, named_at, named_by)
    values (${awardId}::uuid, ${role}, ${name}, ${jobTitle}, ${email}, ${at}, ${by}::uuid)
    on conflict on constraint award_signer_pk do update set name = excluded.name, job_title = excluded.job_title,
      email = excluded.email, named_at = excluded.named_at, named_by = excluded.named_by`.execute(tx)
}

export async function insertSignature(
  tx: Tx,
  awardId: string,
  signature: AgreedStatement & {
    readonly number: number
    readonly role: SignerRole
    readonly at: Date
    readonly by: string
    readonly name: string
    readonly jobTitle: string
    readonly sha256: string
  },
): Promise<void> {
  const { number, role, at, by, name, jobTitle, statement, read, sha256 } = signature
  await sql`
    insert into award_signature (award_id, number, role, signed_at, signed_by, name, job_title, statement, read_statement,
      read_language, sha256)
    values (${awardId}::uuid, ${number}, ${role}, ${at}, ${by}::uuid, ${name}, ${jobTitle}, ${statement},
      ${read?.statement ?? null}, ${read?.language ?? null}, ${sha256})`.execute(tx)
}
