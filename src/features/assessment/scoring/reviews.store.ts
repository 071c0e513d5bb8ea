import { sql } from 'kysely'
import { type ReplyVersion, scoresAreOpen } from '../../../core/assessment/index.ts'
import type { Confidence } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { assessmentOf } from '../assessment.store.ts'
import { freeOfConflict } from './free-of-conflict.store.ts'

export type ReviewState = 'open' | 'submitted'
export type ScopeAnswer = 'yes' | 'no' | 'unsure'

/** What one assessor gave one application for each criterion. Points are null while there is only a comment. */
export type ScoredReview = {
  readonly reviewId: string
  readonly applicationId: string
  readonly personId: string
  readonly state: ReviewState
  readonly inScope: ScopeAnswer | null
  /** How sure the assessor is; null where the sealed rules ask nobody. */
  readonly confidence: Confidence | null
  readonly submittedAt: Date | null
  readonly scores: readonly { readonly criterionId: string; readonly points: number | null; readonly comment: string }[]
}

/** Whoever looks at scores that are still blind, by the view that was opened for it and is over soon. */
export type Glass = { readonly id: string; readonly at: Date }

/** Somebody asked for scores while nobody may see them: a fault of ours, since pages ask first. */
export class StillBlind extends Error {
  override readonly name = 'StillBlind'
}

/**
 * What everybody scored in a round, practice apart: the one way in which the scores of others are read. A review by
 * somebody with a conflict that was declared or found since is not among them, nor one of an application that was withdrawn.
 *
 * @param glass a view that somebody of the programme team has opened for a reason: only with it before scoring has closed
 * @throws {StillBlind} before scoring has closed
 */
export async function reviewsOf(db: Database | Tx, roundId: string, glass?: Glass): Promise<readonly ScoredReview[]> {
  const seen =
    scoresAreOpen(await assessmentOf(db, roundId)) || (glass !== undefined && (await isLive(db, roundId, glass)))
  if (!seen) throw new StillBlind(`scores of round ${roundId} are blind until scoring has closed`)
  const { rows } = await sql<ScoredReview>`
    select v.id as "reviewId", v.application_id as "applicationId", v.person_id as "personId", v.state,
      v.in_scope as "inScope", v.confidence, v.submitted_at as "submittedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('criterionId', c.criterion_id, 'points', c.points,
        'comment', c.comment) order by c.criterion_id), '[]') from score c where c.review_id = v.id) as scores
    from review v join application a on a.id = v.application_id
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live' and not v.practice
      and ${freeOfConflict}
    order by a.reference, v.person_id`.execute(db)
  return rows
}

async function isLive(db: Database | Tx, roundId: string, { id, at }: Glass): Promise<boolean> {
  const { rows } =
    await sql`select from break_glass g where g.id = ${id}::uuid and g.round_id = ${roundId}::uuid and g.ends_at > ${at}`.execute(
      db,
    )
  return rows.length === 1
}

/** What this person has written of one application, for themselves. Versions say how often each part was saved. */
export type OwnReview = {
  readonly id: string
  readonly state: ReviewState
  readonly inScope: ScopeAnswer | null
  readonly confidence: Confidence | null
  readonly scopeComment: string
  readonly overallComment: string
  readonly version: number
  readonly openedAt: Date
  readonly savedAt: Date
  readonly submittedAt: Date | null
  readonly scores: readonly {
    readonly criterionId: string
    readonly points: number | null
    readonly comment: string
    readonly version: number
  }[]
  readonly evidence: readonly Evidence[]
}

/** A passage of an answer that somebody points to for a criterion. */
export type Evidence = {
  readonly id: string
  readonly criterionId: string
  readonly questionId: string
  readonly quote: string
  /** Where it was pinned from what was clarified; null for an answer as it was submitted. */
  readonly reply: ReplyVersion | null
}

/** The review of one person of one application; undefined before they have opened it. */
export async function reviewOf(
  db: Database | Tx,
  applicationId: string,
  personId: string,
  practice = false,
): Promise<OwnReview | undefined> {
  const { rows } = await sql<OwnReview>`
    select v.id, v.state, v.in_scope as "inScope", v.confidence, v.scope_comment as "scopeComment",
      v.overall_comment as "overallComment", v.version, v.opened_at as "openedAt", v.saved_at as "savedAt",
      v.submitted_at as "submittedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('criterionId', c.criterion_id, 'points', c.points,
        'comment', c.comment, 'version', c.version) order by c.criterion_id), '[]') from score c
        where c.review_id = v.id) as scores,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'criterionId', e.criterion_id,
        'questionId', e.question_id, 'quote', e.quote, 'reply', case when e.reply_request is not null
        then jsonb_build_object('request', e.reply_request, 'version', e.reply_version) end) order by e.pinned_at, e.id), '[]') from score_evidence e
        where e.review_id = v.id) as evidence
    from review v where v.application_id = ${applicationId}::uuid and v.person_id = ${personId}::uuid
      and v.practice = ${practice}`.execute(db)
  return rows[0]
}
