import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** A round in which somebody sits on the panel. */
export type PanelWork = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  /** Null: they have not said when they can come. */
  readonly saidAt: Date | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** The rounds on whose panel this person is. */
export async function panelWork(db: Database, personId: string): Promise<readonly PanelWork[]> {
  const { rows } = await sql<PanelWork>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", m.said_at as "saidAt",
      i.opened_at as "openedAt", i.closed_at as "closedAt"
    from panel_member m join round r on r.id = m.round_id join fund f on f.id = r.fund_id
      left join interviewing i on i.round_id = r.id
    where m.person_id = ${personId}::uuid and m.ended_at is null order by f.name, r.name`.execute(db)
  return rows
}

/** An interview that an application is asked to. */
export type InterviewToAnswer = {
  readonly reference: string
  readonly fundName: string
  readonly roundName: string
  readonly startsAt: Date
  readonly place: string
  /** Whether what stands now was answered. */
  readonly answered: boolean
}

/** The interviews still to come, of rounds whose interviews have not closed, of applications that these organisations lead, or take part in as partners that accepted. */
export async function interviewsToCome(
  db: Database,
  organisationIds: readonly string[],
  at: Date,
): Promise<readonly InterviewToAnswer[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<InterviewToAnswer>`
    select a.reference, f.name as "fundName", r.name as "roundName", p.starts_at as "startsAt", p.place,
      exists (select from interview_answer w where w.application_id = a.id and not exists (
        select from interview_place o where o.application_id = a.id and o.number >= w.place_number
          and (o.session_id, o.slot) is distinct from (p.session_id, p.slot))) as answered
    from application a join round r on r.id = a.round_id join fund f on f.id = r.fund_id
      join lateral (select * from interview_place each where each.application_id = a.id order by number desc limit 1) p on true
    where a.state = 'submitted' and p.starts_at > ${at}::timestamptz
      and not exists (select from interviewing i where i.round_id = r.id and i.closed_at is not null) and (a.lead_id = any(${organisationIds}::text[])
      or exists (select from application_partner x where x.application_id = a.id and x.state = 'accepted'
        and x.organisation_id = any(${organisationIds}::text[])))
    order by p.starts_at, a.id`.execute(db)
  return rows
}
