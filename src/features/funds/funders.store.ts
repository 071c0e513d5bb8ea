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
  (await givenOfFunds(db, [fundId])).approvals

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

type OfFund = { readonly fundId: string }

/** What the funders of these funds approved and what they did not, of every version, each the newest first: one statement. */
export async function givenOfFunds(
  db: Database | Tx,
  fundIds: readonly string[],
): Promise<{ readonly approvals: readonly (Approval & OfFund)[]; readonly refusals: readonly (Refusal & OfFund)[] }> {
  const { rows } = await sql<Omit<Refusal, 'reason'> & OfFund & { reason: string | null }>`
    select g.fund_id as "fundId", g.organisation_id as "organisationId", g.subject, g.subject_sha256 as "subjectSha256",
      g.reason, g.at as "refusedAt", p.name as "refusedByName"
    from (select id, fund_id, organisation_id, subject, subject_sha256, null as reason, approved_at as at, approved_by as by
        from funder_approval
      union all select id, fund_id, organisation_id, subject, subject_sha256, reason, refused_at, refused_by
        from funder_refusal) g join person p on p.id = g.by
    where g.fund_id = any(${[...fundIds]}::uuid[]) order by g.at desc, g.id`.execute(db)
  return {
    approvals: rows
      .filter(({ reason }) => reason === null)
      .map(({ refusedAt, refusedByName, reason: _, ...of }) => ({
        ...of,
        approvedAt: refusedAt,
        approvedByName: refusedByName,
      })),
    refusals: rows.flatMap(({ reason, ...of }) => (reason === null ? [] : [{ ...of, reason }])),
  }
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
