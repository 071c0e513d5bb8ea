import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An award that a council has to answer, or has. */
export type AwardToAnswer = {
  readonly reference: string
  readonly fundName: string
  readonly roundName: string
  readonly state: 'offered' | 'accepted'
  /** Whether this person is named to sign the latest version of its agreement, and has not. */
  readonly toSign: boolean
}

/** The awards that are offered or accepted: of these organisations, and those that this person is named to sign. */
export async function awardsToAnswer(
  db: Database,
  { organisationIds, email }: { readonly organisationIds: readonly string[]; readonly email: string },
): Promise<readonly AwardToAnswer[]> {
  const { rows } = await sql<AwardToAnswer>`
    select a.reference, f.name as "fundName", r.name as "roundName", w.state,
      s.role is not null and not exists (select from award_signature g where g.award_id = w.id and g.role = s.role
        and g.number = (select max(v.number) from award_agreement v where v.award_id = w.id))
        and not exists (select from award_terms_declined d where d.award_id = w.id
          and d.number = (select max(v.number) from award_agreement v where v.award_id = w.id)) as "toSign"
    from award w left join award_signer s on s.award_id = w.id and s.email = ${email} join application a on a.id = w.application_id join round r on r.id = w.round_id
      join fund f on f.id = r.fund_id
    where (w.organisation_id = any(${[...organisationIds]}::text[]) or s.role is not null) and w.state in ('offered', 'accepted')
    order by a.reference`.execute(db)
  return rows
}

/** An award that a council has accepted. */
export type AcceptedAward = {
  readonly reference: string
  readonly applicationId: string
  readonly organisationId: string
  readonly organisation: string
  readonly fundId: string
  readonly fundName: string
  readonly roundName: string
}

export async function acceptedAwardsOf(
  db: Database | Tx,
  organisationIds: readonly string[],
): Promise<readonly AcceptedAward[]> {
  const { rows } = await sql<AcceptedAward>`
    select a.reference, a.id as "applicationId", w.organisation_id as "organisationId", o.name as organisation,
      f.id as "fundId", f.name as "fundName", r.name as "roundName"
    from award w join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id join round r on r.id = w.round_id join fund f on f.id = r.fund_id
    where w.organisation_id = any(${[...organisationIds]}::text[]) and w.state = 'accepted'
    order by a.reference`.execute(db)
  return rows
}
