import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { eventRowFrom } from '../../audit/index.ts'

export type PanelScore = {
  readonly criterionId: string
  readonly points: number | null
  readonly comment: string
  readonly version: number
}

/** What one member has written of one interview. */
export type OwnPanelReview = {
  readonly id: string
  readonly state: 'open' | 'submitted'
  readonly scores: readonly PanelScore[]
}

/** @returns undefined before they have said that they have no conflict */
export async function ownPanelReview(
  db: Database | Tx,
  applicationId: string,
  personId: string,
): Promise<OwnPanelReview | undefined> {
  const { rows } = await sql<OwnPanelReview>`
    select v.id, v.state, (select coalesce(jsonb_agg(jsonb_build_object('criterionId', c.criterion_id,
      'points', c.points, 'comment', c.comment, 'version', c.version)), '[]') from interview_score c
      where c.review_id = v.id) as scores
    from interview_review v where v.application_id = ${applicationId}::uuid and v.person_id = ${personId}::uuid`.execute(
    db,
  )
  return rows[0]
}

/** Begins a review: from here on the papers are open to this member. Doing it again changes nothing. */
export async function openPanelReview(
  tx: Tx,
  row: {
    readonly id: string
    readonly applicationId: string
    readonly personId: string
    readonly rulesSha256: string
    readonly at: Date
  },
): Promise<void> {
  await sql`
    insert into interview_review (id, application_id, person_id, opened_at, saved_at, rules_sha256)
    values (${row.id}::uuid, ${row.applicationId}::uuid, ${row.personId}::uuid, ${row.at}, ${row.at}, ${row.rulesSha256})
    on conflict on constraint interview_review_is_once do nothing`.execute(tx)
}

/** How one member stands to each interview of a round: what they said last of a conflict, and how far their review is. */
export async function standingOf(
  db: Database | Tx,
  roundId: string,
  personId: string,
): Promise<ReadonlyMap<string, { readonly hasConflict: boolean | null; readonly state: 'open' | 'submitted' | null }>> {
  const { rows } = await sql<{ id: string; hasConflict: boolean | null; state: 'open' | 'submitted' | null }>`
    select a.id, v.state, (select case when d.has_conflict or v.id is not null then d.has_conflict end
      from conflict_declaration d where d.application_id = a.id and d.person_id = ${personId}::uuid
      order by d.number desc limit 1) as "hasConflict"
    from application a left join interview_review v on v.application_id = a.id and v.person_id = ${personId}::uuid
    where a.round_id = ${roundId}::uuid`.execute(db)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** Who has submitted what: not what they gave. */
export async function submittedReviewsOf(
  db: Database | Tx,
  roundId: string,
): Promise<readonly { readonly applicationId: string; readonly personId: string }[]> {
  const { rows } = await sql<{ applicationId: string; personId: string }>`
    select v.application_id as "applicationId", v.person_id as "personId" from interview_review v
    join application a on a.id = v.application_id
    where a.round_id = ${roundId}::uuid and v.state = 'submitted' order by 1, 2`.execute(db)
  return rows
}

/** What others submitted of an interview, for a member who has submitted their own. In an order that says nothing. */
export async function othersOnInterview(
  db: Database | Tx,
  applicationId: string,
  personId: string,
): Promise<readonly PanelScore[]> {
  const { rows } = await sql<PanelScore>`
    select c.criterion_id as "criterionId", c.points::float8 as points, c.comment, c.version
    from interview_review v join interview_score c on c.review_id = v.id
    where v.application_id = ${applicationId}::uuid and v.person_id <> ${personId}::uuid and v.state = 'submitted'
      and exists (select from interview_review own where own.application_id = v.application_id
        and own.person_id = ${personId}::uuid and own.state = 'submitted')
    order by md5(v.id::text), c.criterion_id`.execute(db)
  return rows
}

export type PostedPanelScore = {
  readonly criterion_id: string
  readonly points: number | null
  readonly comment: string
  readonly version: number
}

export type SavedPanelRow = {
  readonly verdicts: Readonly<Record<string, 'write' | 'same' | 'clash'>>
  readonly written: Readonly<Record<string, number>>
  readonly before: Readonly<Record<string, Omit<PanelScore, 'criterionId'> & { readonly savedAt: string }>>
}

/**
 * Saves what a member gives in one statement, with its history and an audit event: each criterion is written if no other
 * window has written it meanwhile. Interviews that close wait for it.
 *
 * @returns undefined when it cannot be written: submitted, closed, or not open to this person
 */
export async function savePanelScores(
  db: Database | Tx,
  save: {
    readonly reviewId: string
    readonly reference: string
    readonly fundId: string
    readonly personId: string
    readonly scores: readonly PostedPanelScore[]
    readonly at: Date
  },
): Promise<SavedPanelRow | undefined> {
  const event = {
    action: 'interview.score-saved',
    actorId: save.personId,
    objectType: 'application',
    objectId: save.reference,
    at: save.at,
    facts: {},
  }
  const { rows } = await sql<SavedPanelRow>`
    with place as (
      select v.id from interview_review v join application a on a.id = v.application_id
      join interviewing i on i.round_id = a.round_id
      where v.id = ${save.reviewId}::uuid and v.person_id = ${save.personId}::uuid and v.state = 'open'
        and i.opened_at is not null and i.closed_at is null
      for update of v for share of i
    ), judged as (
      select p.id as review_id, t.*, case
          when coalesce(c.points, -1) = coalesce(t.points, -1) and coalesce(c.comment, '') = t.comment then 'same'
          when coalesce(c.version, 0) = t.version then 'write' else 'clash' end as verdict
      from place p cross join jsonb_to_recordset(${JSON.stringify(save.scores)}::jsonb)
        as t (criterion_id text, points numeric, comment text, version integer)
      left join interview_score c on c.review_id = p.id and c.criterion_id = t.criterion_id
    ), written as (
      insert into interview_score (review_id, criterion_id, points, comment, version, saved_at)
      select review_id, criterion_id, points, comment, version + 1, ${save.at}::timestamptz from judged
      where verdict = 'write'
      on conflict (review_id, criterion_id) do update set points = excluded.points, comment = excluded.comment,
        version = excluded.version, saved_at = excluded.saved_at where interview_score.version = excluded.version - 1
      returning *
    ), kept as (
      insert into interview_score_version (review_id, criterion_id, version, points, comment, saved_at)
      select review_id, criterion_id, version, points, comment, saved_at from written
    ), audited as (${eventRowFrom(event, sql`select ${save.fundId}::uuid as fund_id where exists (select from written)`)})
    select (select coalesce(jsonb_object_agg(criterion_id, verdict), '{}') from judged) as verdicts,
      (select coalesce(jsonb_object_agg(criterion_id, version), '{}') from written) as written,
      (select coalesce(jsonb_object_agg(c.criterion_id, jsonb_build_object('points', c.points, 'comment', c.comment,
        'version', c.version, 'savedAt', c.saved_at)), '{}') from interview_score c where c.review_id = p.id) as before
    from place p`.execute(db)
  return rows[0]
}

/** Submits a review for good. @returns false when it was not open any more */
export async function submitPanelReview(tx: Tx, reviewId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update interview_review set state = 'submitted', submitted_at = ${at}, saved_at = ${at}
    where id = ${reviewId}::uuid and state = 'open' returning id`.execute(tx)
  return rows.length === 1
}

/** The names of the lead and of the partners that have accepted, long and short: hidden where the rules say so. */
export async function namesOfApplication(db: Database | Tx, applicationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct called as name from application a join organisation b on b.id = a.lead_id
      or b.id in (select p.organisation_id from application_partner p where p.application_id = a.id and p.state = 'accepted')
    cross join lateral unnest(array[b.name, b.short_name]) as called where a.id = ${applicationId}::uuid`.execute(db)
  return rows.map(({ name }) => name)
}
