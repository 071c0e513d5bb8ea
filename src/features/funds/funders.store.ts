import { sql } from 'kysely'
import type { Approval, ApprovalSubject, Refusal } from '../../core/rounds/approval.ts'
import type { FunderDetails } from '../../core/rounds/read-fund.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Puts a body after the other funders. @returns false when it is one of them already */
export async function insertFunder(
  tx: Tx,
  fundId: string,
  organisationId: string,
  details: FunderDetails,
): Promise<boolean> {
  const { contributionPounds, logoText, quote, quoteSpeaker, quoteSourceUrl } = details
  const { rows } = await sql`
    insert into funder (fund_id, organisation_id, position, contribution_pounds, logo_text, quote, quote_speaker,
      quote_source_url)
    select ${fundId}::uuid, ${organisationId}, coalesce(max(position), 0) + 1, ${contributionPounds}::integer,
      ${logoText}, ${quote}, ${quoteSpeaker}, ${quoteSourceUrl}
    from funder where fund_id = ${fundId}::uuid
    on conflict (fund_id, organisation_id) do nothing returning organisation_id`.execute(tx)
  return rows.length === 1
}

export async function updateFunder(
  tx: Tx,
  fundId: string,
  organisationId: string,
  details: FunderDetails,
): Promise<void> {
  const { contributionPounds, logoText, quote, quoteSpeaker, quoteSourceUrl } = details
  await sql`
    update funder set contribution_pounds = ${contributionPounds}::integer, logo_text = ${logoText}, quote = ${quote},
      quote_speaker = ${quoteSpeaker}, quote_source_url = ${quoteSourceUrl}
    where fund_id = ${fundId}::uuid and organisation_id = ${organisationId}`.execute(tx)
}

/** Takes a funder away with what it approved; the audit log goes on saying that it did. */
export async function deleteFunder(tx: Tx, fundId: string, organisationId: string): Promise<boolean> {
  await sql`delete from funder_approval where fund_id = ${fundId}::uuid and organisation_id = ${organisationId}`.execute(
    tx,
  )
  const { rows } = await sql`
    delete from funder where fund_id = ${fundId}::uuid and organisation_id = ${organisationId}
    returning organisation_id`.execute(tx)
  return rows.length === 1
}

/** Everything that the funders of a fund have approved, of every version, newest first. */
export const approvalsOf = async (db: Database | Tx, fundId: string): Promise<readonly Approval[]> =>
  await approvalsOfFunds(db, [fundId])

/** The same of several funds: one statement. */
export async function approvalsOfFunds(
  db: Database | Tx,
  fundIds: readonly string[],
): Promise<readonly (Approval & { readonly fundId: string })[]> {
  const { rows } = await sql<Approval & { fundId: string }>`
    select a.fund_id as "fundId", a.organisation_id as "organisationId", a.subject, a.subject_sha256 as "subjectSha256",
      a.approved_at as "approvedAt", p.name as "approvedByName"
    from funder_approval a join person p on p.id = a.approved_by
    where a.fund_id = any(${[...fundIds]}::uuid[]) order by a.approved_at desc, a.id`.execute(db)
  return rows
}

export type NewApproval = {
  readonly id: string
  readonly fundId: string
  readonly organisationId: string
  readonly subject: ApprovalSubject
  readonly subjectSha256: string
  readonly approvedAt: Date
  readonly approvedBy: string
}

/** @returns false when this was approved before: nothing is written twice */
export async function insertApproval(tx: Tx, approval: NewApproval): Promise<boolean> {
  const { rows } = await sql`
    insert into funder_approval (id, fund_id, organisation_id, subject, subject_sha256, approved_at, approved_by)
    values (${approval.id}::uuid, ${approval.fundId}::uuid, ${approval.organisationId}, ${approval.subject},
      ${approval.subjectSha256}, ${approval.approvedAt}, ${approval.approvedBy}::uuid)
    on conflict (fund_id, organisation_id, subject, subject_sha256) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** Everything that the funders of these funds did not approve, of every version, newest first: one statement. */
export async function refusalsOfFunds(
  db: Database | Tx,
  fundIds: readonly string[],
): Promise<readonly (Refusal & { readonly fundId: string })[]> {
  const { rows } = await sql<Refusal & { fundId: string }>`
    select r.fund_id as "fundId", r.organisation_id as "organisationId", r.subject, r.subject_sha256 as "subjectSha256",
      r.reason, r.refused_at as "refusedAt", p.name as "refusedByName"
    from funder_refusal r join person p on p.id = r.refused_by
    where r.fund_id = any(${[...fundIds]}::uuid[]) order by r.refused_at desc, r.id`.execute(db)
  return rows
}

export async function insertRefusal(
  tx: Tx,
  refusal: Pick<NewApproval, 'id' | 'fundId' | 'organisationId' | 'subject' | 'subjectSha256'> & {
    readonly reason: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { id, fundId, organisationId, subject, subjectSha256, reason, at, by } = refusal
  await sql`
    insert into funder_refusal (id, fund_id, organisation_id, subject, subject_sha256, reason, refused_at, refused_by)
    values (${id}::uuid, ${fundId}::uuid, ${organisationId}, ${subject}, ${subjectSha256}, ${reason}, ${at}, ${by}::uuid)
    `.execute(tx)
}
