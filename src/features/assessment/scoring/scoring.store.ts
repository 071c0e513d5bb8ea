import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { EndedWhy } from '../assigning/assignments.store.ts'
import type { ReviewState } from './reviews.store.ts'

/**
 * What somebody said last of a conflict with application `a`. That they have none counts for the review `v` that it opened
 * alone: it is asked again for another.
 */
export const saidOf = (personId: string): RawBuilder<unknown> => sql`(
  select case when d.has_conflict or v.id is not null then d.has_conflict end from conflict_declaration d
  where d.application_id = a.id and d.person_id = ${personId}::uuid order by d.number desc limit 1)`

/** The names of the lead of application `a` and of the partners that have accepted, long and short. */
export const namesOf: RawBuilder<unknown> = sql`(select jsonb_agg(distinct called) from organisation b, unnest(array[b.name, b.short_name]) as called
        where b.id = a.lead_id or b.id in (select p.organisation_id from application_partner p
          where p.application_id = a.id and p.state = 'accepted'))`

/** One application in somebody's pile, or that was in it. */
export type PileRow = {
  readonly applicationId: string
  readonly reference: string
  readonly leadName: string
  readonly endedAt: Date | null
  readonly endedWhy: EndedWhy | null
  readonly endedReason: string
  /** What they said last of a conflict; null before they have said. */
  readonly hasConflict: boolean | null
  readonly reviewState: ReviewState | null
  readonly savedAt: Date | null
  readonly submittedAt: Date | null
  /** Asked for after scoring had closed, as one more opinion. */
  readonly extra: boolean
}

/** What somebody was given to score in a round, in the order shuffled for them: each application once, as it stands. */
export async function pileOf(db: Database | Tx, roundId: string, personId: string): Promise<readonly PileRow[]> {
  const { rows } = await sql<PileRow>`
    select * from (
      select distinct on (a.id) a.id as "applicationId", a.reference, o.name as "leadName", g.place,
        g.ended_at as "endedAt", g.ended_why as "endedWhy", g.ended_reason as "endedReason",
        g.why = 'extra' as extra,
        ${saidOf(personId)} as "hasConflict",
        v.state as "reviewState", v.saved_at as "savedAt", v.submitted_at as "submittedAt"
      from assignment g join application a on a.id = g.application_id join organisation o on o.id = a.lead_id
      left join review v on v.application_id = a.id and v.person_id = g.person_id and not v.practice
      where a.round_id = ${roundId}::uuid and g.person_id = ${personId}::uuid and g.why <> 'practice'
      order by a.id, (g.ended_at is null) desc, g.assigned_at desc) as pile
    order by place, reference`.execute(db)
  return rows
}

/** Whether application `a` has agreed scores, and this person is an assessor of its round. */
const forPractice = (personId: string): RawBuilder<unknown> => sql`(
  exists (select from practice_score p where p.round_id = a.round_id and p.application_id = a.id)
  and exists (select from assessor b where b.round_id = a.round_id and b.person_id = ${personId}::uuid
    and b.state = 'accepted'))`

/** One to practise on, with how far this person has come. */
export type PracticeRow = {
  readonly applicationId: string
  readonly reference: string
  readonly leadName: string
  readonly hasConflict: boolean | null
  readonly reviewState: ReviewState | null
}

/** The applications that a round has agreed scores for: none for somebody who does not assess in it. */
export async function practiceOf(
  db: Database | Tx,
  roundId: string,
  personId: string,
): Promise<readonly PracticeRow[]> {
  const { rows } = await sql<PracticeRow>`
    select a.id as "applicationId", a.reference, o.name as "leadName",
      ${saidOf(personId)} as "hasConflict", v.state as "reviewState"
    from application a join organisation o on o.id = a.lead_id
    left join review v on v.application_id = a.id and v.person_id = ${personId}::uuid and v.practice
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and ${forPractice(personId)}
    order by a.reference`.execute(db)
  return rows
}

/** An application as far as somebody who may score it is concerned. */
export type GivenApplication = {
  readonly id: string
  readonly reference: string
  readonly stands: boolean
  readonly illustrative: boolean
  readonly leadId: string
  /** The lead and the partners that have accepted, long and short. */
  readonly names: readonly string[]
  readonly leadName: string
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  /** Of the live assignment; null when it is not theirs, or no more. */
  readonly assignmentId: string | null
  /** Whether it was given to them after scoring had closed, as one more opinion: it is open until the shortlist is frozen. */
  readonly extra: boolean
  /** Why it is theirs no more, where it was. */
  readonly endedWhy: EndedWhy | null
  readonly hasConflict: boolean | null
  /** Whether there are agreed scores for it, and this person assesses in the round. */
  readonly forPractice: boolean
}

type AskedFor = {
  readonly roundId: string
  readonly reference: string
  readonly personId: string
  readonly practice: boolean
}

/** What this person may know of an application before they open it; undefined when the round has none of that reference. */
export async function givenApplication(
  db: Database | Tx,
  { roundId, reference, personId, practice }: AskedFor,
): Promise<GivenApplication | undefined> {
  const { rows } = await sql<GivenApplication>`
    select a.id, a.reference, a.state = 'submitted' and a.mode = 'live' as stands, a.illustrative, a.lead_id as "leadId",
      o.name as "leadName", coalesce(s.service_areas, '{}') as "serviceAreas",
      coalesce(s.delivery_models, '{}') as "deliveryModels",
      ${namesOf} as names,
      (select g.id from assignment g where g.application_id = a.id and g.person_id = ${personId}::uuid
        and g.why <> 'practice' and g.ended_at is null) as "assignmentId",
      exists (select from assignment g where g.application_id = a.id and g.person_id = ${personId}::uuid
        and g.why = 'extra' and g.ended_at is null) as extra,
      (select g.ended_why from assignment g where g.application_id = a.id and g.person_id = ${personId}::uuid
        and g.why <> 'practice' and g.ended_at is not null order by g.ended_at desc, g.id desc limit 1) as "endedWhy",
      ${saidOf(personId)} as "hasConflict",
      ${forPractice(personId)} as "forPractice"
    from application a join organisation o on o.id = a.lead_id left join application_sift s on s.application_id = a.id
    left join review v on v.application_id = a.id and v.person_id = ${personId}::uuid and v.practice = ${practice}
    where a.round_id = ${roundId}::uuid and a.reference = ${reference}`.execute(db)
  return rows[0]
}

export type Declaration = {
  readonly applicationId: string
  readonly personId: string
  readonly hasConflict: boolean
  readonly statement: string
  readonly at: Date
}

/** Adds what somebody says now of a conflict with an application; what they said before stays. */
export async function insertDeclaration(tx: Tx, said: Declaration): Promise<void> {
  await sql`
    insert into conflict_declaration (application_id, person_id, number, has_conflict, statement, declared_at)
    select ${said.applicationId}::uuid, ${said.personId}::uuid, coalesce(max(number), 0) + 1, ${said.hasConflict},
      ${said.statement}, ${said.at}::timestamptz
    from conflict_declaration where application_id = ${said.applicationId}::uuid
      and person_id = ${said.personId}::uuid`.execute(tx)
}

/** Begins a review: from here on the content of the application is open to this person. Doing it again changes nothing. */
export async function openReview(
  tx: Tx,
  row: {
    readonly id: string
    readonly applicationId: string
    readonly personId: string
    readonly practice: boolean
    readonly rulesSha256: string
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into review (id, application_id, person_id, practice, opened_at, saved_at, rules_sha256)
    values (${row.id}::uuid, ${row.applicationId}::uuid, ${row.personId}::uuid, ${row.practice}, ${row.at}, ${row.at},
      ${row.rulesSha256}) on conflict on constraint review_is_once do nothing`.execute(tx)
}

/** A round in which somebody has something to score, or to practise on. */
export type AssessedRound = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly openedAt: Date | null
  readonly dueAt: Date | null
  readonly closedAt: Date | null
  readonly given: number
  readonly submitted: number
  readonly toPractise: number
  /** Applications of which one more opinion is asked after scoring has closed, and is not in. */
  readonly extra: number
}

/** The rounds of some funds that wait for this person as an assessor: one statement. */
export async function assessedRounds(
  db: Database | Tx,
  personId: string,
  fundIds: readonly string[],
): Promise<readonly AssessedRound[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<AssessedRound>`
    select * from (
      select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", r.illustrative,
        s.opened_at as "openedAt", s.due_at as "dueAt", s.closed_at as "closedAt",
        (select count(*) from assignment g join application a on a.id = g.application_id
          where a.round_id = r.id and g.person_id = ${personId}::uuid and g.ended_at is null
            and g.why <> 'practice') as given,
        (select count(*) from assignment g join application a on a.id = g.application_id
          join review v on v.application_id = a.id and v.person_id = g.person_id and not v.practice
          where a.round_id = r.id and g.person_id = ${personId}::uuid and g.ended_at is null
            and g.why <> 'practice' and v.state = 'submitted') as submitted,
        (select count(*) from assignment g join application a on a.id = g.application_id
          where a.round_id = r.id and a.state = 'submitted' and g.person_id = ${personId}::uuid and g.ended_at is null
            and g.why = 'extra' and not exists (select from shortlist l where l.round_id = r.id)
            and not exists (select from review v where v.application_id = a.id and v.person_id = g.person_id
              and not v.practice and v.state = 'submitted')) as extra,
        (select count(distinct p.application_id) from practice_score p join assessor b on b.round_id = p.round_id
          and b.person_id = ${personId}::uuid and b.state = 'accepted' where p.round_id = r.id) as "toPractise"
      from round r join fund f on f.id = r.fund_id left join assessment s on s.round_id = r.id
      where r.fund_id = any(${fundIds}::uuid[])) as waiting
    where given > 0 or ("toPractise" > 0 and "closedAt" is null) order by "fundName", "roundName"`.execute(db)
  return rows
}
