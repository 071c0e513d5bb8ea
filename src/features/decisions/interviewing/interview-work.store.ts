import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** A round in which somebody sits on the panel. */
export type PanelWork = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  /** Null: they have not said of every half-day whether they can come. */
  readonly saidAt: Date | null
  /** Null: they have not confirmed whom they have to do with. */
  readonly interestsConfirmedAt: Date | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** The rounds on whose panel this person is. */
export async function panelWork(db: Database, personId: string): Promise<readonly PanelWork[]> {
  const { rows } = await sql<PanelWork>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", m.said_at as "saidAt",
      m.interests_confirmed_at as "interestsConfirmedAt", i.opened_at as "openedAt", i.closed_at as "closedAt"
    from panel_member m join round r on r.id = m.round_id join fund f on f.id = r.fund_id
      left join interviewing i on i.round_id = r.id
    where m.person_id = ${personId}::uuid and m.ended_at is null order by f.name, r.name`.execute(db)
  return rows
}

/** A round whose published timetable asks something of the team that runs it. */
export type TimetableToSettle = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  /** Interviews that applicants asked to move, without an answer yet. */
  readonly wishes: number
  /** Interviews before fewer members than the sealed rules ask for, or without a chair. */
  readonly short: number
}

/** Rounds of these funds, before their interviews close, in which a place is asked to be moved or cannot be held as it is. */
export async function timetablesToSettle(
  db: Database,
  fundIds: readonly string[],
): Promise<readonly TimetableToSettle[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<TimetableToSettle>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", found.wishes, found.short
    from round r join fund f on f.id = r.fund_id
      cross join lateral (select coalesce((s.document::jsonb #>> '{locked,interview,quorum}')::integer, 1) as quorum
        from sealed_rules s where s.round_id = r.id order by s.version desc limit 1) rules
      cross join lateral (
        select count(*) filter (where said.answer = 'move')::int as wishes,
          count(*) filter (where cardinality(p.member_ids) < rules.quorum or not exists (select from panel_member m
            where m.round_id = r.id and m.ended_at is null and m.chair and m.person_id = any(p.member_ids)))::int as short
        from application a
          join lateral (select * from interview_place each where each.application_id = a.id order by number desc limit 1) p
            on p.session_id is not null
          left join lateral (select w.answer from interview_answer w where w.application_id = a.id and not exists (
              select from interview_place o where o.application_id = a.id and o.number >= w.place_number
                and (o.session_id, o.slot) is distinct from (p.session_id, p.slot))
            order by w.number desc limit 1) said on true
        where a.round_id = r.id and a.state = 'submitted') found
    where r.fund_id = any(${[...fundIds]}::uuid[]) and found.wishes + found.short > 0
      and not exists (select from interviewing i where i.round_id = r.id and i.closed_at is not null)
    order by f.name, r.name, r.id`.execute(db)
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
