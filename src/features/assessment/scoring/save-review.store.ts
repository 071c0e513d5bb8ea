import { sql } from 'kysely'
import type { Confidence } from '../../../core/rules/index.ts'
import { among } from '../../../platform/database/among.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { eventRowFrom } from '../../audit/index.ts'
import type { ReviewState, ScopeAnswer } from './reviews.store.ts'

/** What came of one part. `untouched`: it was posted as it had been read, while another window changed it. */
export type ScoreVerdict = 'write' | 'same' | 'untouched' | 'clash'

export type PostedScore = {
  readonly criterion_id: string
  readonly points: number | null
  readonly comment: string
  readonly version: number
}

/** What is said of the application as a whole. */
export type PostedWhole = {
  readonly in_scope: ScopeAnswer | null
  readonly confidence: Confidence | null
  readonly scope_comment: string
  readonly overall_comment: string
  readonly version: number
}

export type ReviewStatement = {
  readonly fund: string
  readonly round: string
  readonly reference: string
  readonly practice: boolean
  readonly personId: string
  /** The funds for which this person is an assessor. */
  readonly fundIds: readonly string[]
  readonly scores: readonly PostedScore[]
  readonly whole: PostedWhole | undefined
  /** The seal whose criteria were shown: only of this round, with the criteria that count now. */
  readonly rulesSha256: string
  readonly at: Date
}

/** Why nothing can be written any more, or yet. */
export type Shut = 'other-rules' | 'submitted' | 'closed' | 'not-open' | 'conflict' | 'taken-away'

export type StoredScore = {
  readonly points: number | null
  readonly comment: string
  readonly version: number
  readonly savedAt: string
}

export type SavedReviewRow = {
  readonly reviewId: string
  readonly applicationId: string
  readonly roundId: string
  readonly fundId: string
  /** Made up, for demonstration. */
  readonly illustrative: boolean
  readonly state: ReviewState
  readonly shut: Shut | null
  readonly verdicts: Readonly<Record<string, ScoreVerdict>>
  /** The new version of each score that was written. */
  readonly written: Readonly<Record<string, number>>
  /** As it was before this statement. */
  readonly before: Readonly<Record<string, StoredScore>>
  readonly wholeVerdict: ScoreVerdict | null
  /** The whole as it was before this statement. */
  readonly whole: {
    readonly inScope: ScopeAnswer | null
    readonly confidence: Confidence | null
    readonly scopeComment: string
    readonly overallComment: string
    readonly version: number
    readonly savedAt: string
  }
}

/**
 * Saves a review in one statement: each score, and what is said of the whole, is written if no other window has written it
 * meanwhile, with its history and an audit event. Rows are taken so that a save waits for the close of scoring, for the
 * end of an assignment and for a submission, and then sees them.
 *
 * @returns undefined when this person has opened no such review
 */
export async function saveReviewRow(db: Database | Tx, save: ReviewStatement): Promise<SavedReviewRow | undefined> {
  const scores = JSON.stringify(save.scores)
  const whole = JSON.stringify(save.whole === undefined ? [] : [save.whole])
  const event = {
    action: 'review.saved',
    actorId: save.personId,
    objectType: 'application',
    objectId: save.reference,
    at: save.at,
    facts: { practice: save.practice },
  }
  const { rows } = await sql<SavedReviewRow>`
    with place as (
      select v.id, v.state, v.version, v.in_scope, v.confidence, v.scope_comment, v.overall_comment, v.saved_at, a.id as application_id,
        a.state = 'submitted' as stands, a.round_id, r.fund_id,
        a.illustrative
      from review v join application a on a.id = v.application_id join round r on r.id = a.round_id
      join fund f on f.id = r.fund_id
      where a.reference = ${save.reference} and f.slug = ${save.fund} and r.slug = ${save.round}
        and v.person_id = ${save.personId}::uuid and v.practice = ${save.practice}
        and r.fund_id::text in ${among(save.fundIds)}
      for update of v
    ), held as (
      select s.opened_at, s.closed_at from place p join assessment s on s.round_id = p.round_id for share of s
    ), live as (
      select g.id, g.why from place p join assignment g on g.application_id = p.application_id
      where g.person_id = ${save.personId}::uuid and g.ended_at is null and g.why <> 'practice' for share of g
    ), said as (
      select d.has_conflict from place p join conflict_declaration d on d.application_id = p.application_id
      where d.person_id = ${save.personId}::uuid order by d.number desc limit 1
    ), judged_place as (
      select p.*, case
        when not exists (select from sealed_rules s cross join lateral (
            select l.sha256, l.document from sealed_rules l where l.round_id = p.round_id order by l.version desc limit 1) l
          where s.round_id = p.round_id and s.sha256 = ${save.rulesSha256} and (s.sha256 = l.sha256
            or s.document::jsonb #> '{locked,criteria}' = l.document::jsonb #> '{locked,criteria}')) then 'other-rules'
        when coalesce((select has_conflict from said), false) then 'conflict'
        when not p.stands or (${save.practice} and not exists (select from practice_score x
          where x.round_id = p.round_id and x.application_id = p.application_id)) then 'taken-away'
        when not ${save.practice} and not exists (select from live) then 'taken-away'
        when p.state = 'submitted' then 'submitted'
        when (select closed_at from held) is not null and (exists (select from shortlist l where l.round_id = p.round_id)
          or not exists (select from live where live.why = 'extra')) then 'closed'
        when not ${save.practice} and (select opened_at from held) is null then 'not-open'
        end as shut
      from place p
    ), judged as (
      select p.id as review_id, t.criterion_id, t.points, t.comment, t.version, case
          when coalesce(c.points, -1) = coalesce(t.points, -1) and coalesce(c.comment, '') = t.comment then 'same'
          when coalesce(c.version, 0) = t.version then 'write'
          when case when t.version = 0 then t.points is null and t.comment = '' else exists (
            select from score_version b where b.review_id = p.id and b.criterion_id = t.criterion_id
              and b.version = t.version and coalesce(b.points, -1) = coalesce(t.points, -1)
              and b.comment = t.comment) end then 'untouched'
          else 'clash' end as verdict
      from judged_place p
      cross join jsonb_to_recordset(${scores}::jsonb)
        as t (criterion_id text, points numeric, comment text, version integer)
      left join lateral (select c.points, c.comment, c.version from score c where c.review_id = p.id
        and c.criterion_id = t.criterion_id offset 0) c on true
      where p.shut is null
    ), written as (
      insert into score (review_id, criterion_id, points, comment, version, saved_at)
      select review_id, criterion_id, points, comment, version + 1, ${save.at}::timestamptz
      from judged where verdict = 'write'
      on conflict (review_id, criterion_id) do update set points = excluded.points, comment = excluded.comment,
        version = excluded.version, saved_at = excluded.saved_at
        where score.version = excluded.version - 1
      returning review_id, criterion_id, version, points, comment, saved_at
    ), kept as (
      insert into score_version (review_id, criterion_id, version, points, comment, saved_at)
      select review_id, criterion_id, version, points, comment, saved_at from written
    ), judged_whole as (
      select t.*, case
          when p.in_scope is not distinct from t.in_scope and p.confidence is not distinct from t.confidence
            and p.scope_comment = t.scope_comment and p.overall_comment = t.overall_comment then 'same'
          when p.version = t.version then 'write'
          when t.version = 0 and t.in_scope is null and t.confidence is null and t.scope_comment = '' and t.overall_comment = '' then 'untouched'
          else 'clash' end as verdict
      from judged_place p cross join jsonb_to_recordset(${whole}::jsonb)
        as t (in_scope text, confidence text, scope_comment text, overall_comment text, version integer)
      where p.shut is null
    ), rewritten as (
      update review v set saved_at = ${save.at}::timestamptz, version = v.version + (w.verdict is not null)::integer,
        in_scope = case when w.verdict is null then v.in_scope else w.in_scope end,
        confidence = case when w.verdict is null then v.confidence else w.confidence end,
        scope_comment = coalesce(w.scope_comment, v.scope_comment),
        overall_comment = coalesce(w.overall_comment, v.overall_comment)
      from judged_place p left join judged_whole w on w.verdict = 'write'
      where v.id = p.id and (w.verdict is not null or exists (select from written))
      returning v.id
    ), audited as (${eventRowFrom(event, sql`select p.fund_id from place p where exists (select from rewritten)`)})
    select p.id as "reviewId", p.application_id as "applicationId", p.round_id as "roundId", p.fund_id as "fundId",
      p.illustrative, p.state, p.shut,
      (select coalesce(jsonb_object_agg(criterion_id, verdict), '{}') from judged) as verdicts,
      (select coalesce(jsonb_object_agg(criterion_id, version), '{}') from written) as written,
      (select coalesce(jsonb_object_agg(c.criterion_id, jsonb_build_object('points', c.points, 'comment', c.comment,
        'version', c.version, 'savedAt', c.saved_at)), '{}') from score c where c.review_id = p.id) as before,
      (select verdict from judged_whole) as "wholeVerdict",
      jsonb_build_object('inScope', p.in_scope, 'confidence', p.confidence, 'scopeComment', p.scope_comment, 'overallComment', p.overall_comment,
        'version', p.version, 'savedAt', p.saved_at) as whole
    from judged_place p`.execute(db)
  return rows[0]
}

/** The scores of one's own review as they are now, where a save found that another window had just written. */
export async function storedScores(
  db: Database | Tx,
  reviewId: string,
): Promise<Readonly<Record<string, StoredScore>>> {
  const { rows } = await sql<{ scores: Readonly<Record<string, StoredScore>> }>`
    select coalesce(jsonb_object_agg(c.criterion_id, jsonb_build_object('points', c.points, 'comment', c.comment,
      'version', c.version, 'savedAt', c.saved_at)), '{}') as scores from score c
    where c.review_id = ${reviewId}::uuid`.execute(db)
  return rows[0]?.scores ?? {}
}

/** Submits a review that is still open, for good. @returns false when it was not open any more */
export async function markReviewSubmitted(tx: Tx, reviewId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`update review set state = 'submitted', submitted_at = ${at} where id = ${reviewId}::uuid
    and state = 'open' returning id`.execute(tx)
  return rows.length === 1
}
