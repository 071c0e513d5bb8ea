import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertRows } from './insert-rows.ts'
import type { MadeReview } from './make-reviews.ts'

export type ReviewsToWrite = {
  readonly reviews: readonly MadeReview[]
  readonly openedAt: Date
  /** Everything is submitted before this. */
  readonly before: Date
  readonly rulesSha256: string
}

const minute = 60_000

/** Writes made-up reviews as assessors would: saved, and then submitted. Scoring must be open. */
export async function seedReviews(tx: Tx, services: Services, given: ReviewsToWrite): Promise<void> {
  const { reviews, openedAt, before, rulesSha256 } = given
  const room = before.getTime() - openedAt.getTime() - 60 * minute
  const seen = new Map<string, number>()
  const rows = reviews.map((review) => {
    const place = seen.get(review.personId) ?? 0
    seen.set(review.personId, place + 1)
    return { review, id: services.newId(), place }
  })
  const times = rows.map(({ review, place }) => {
    const share = place / (seen.get(review.personId) ?? 1)
    const opened = new Date(openedAt.getTime() + Math.round(share * room))
    return { opened, saved: new Date(opened.getTime() + 40 * minute) }
  })
  const written = rows.map(({ review, id }, index) => ({
    id,
    application_id: review.applicationId,
    person_id: review.personId,
    in_scope: review.inScope,
    scope_comment: review.inScope === 'yes' ? '' : 'Part of it reads like a bid for a building.',
    overall_comment: review.overallComment,
    opened_at: times[index]?.opened,
    saved_at: times[index]?.saved,
    version: 1,
    rules_sha256: rulesSha256,
  }))
  const ids = { id: 'uuid', application_id: 'uuid', person_id: 'uuid', in_scope: 'text', scope_comment: 'text' }
  const more = { overall_comment: 'text', opened_at: 'timestamptz', saved_at: 'timestamptz', version: 'integer' }
  await insertRows(tx, 'review', { ...ids, ...more, rules_sha256: 'text' }, written)
  const scores = rows.map(({ review, id }) => [
    id,
    review.scores.map((each) => [each.criterionId, each.points, each.comment]),
  ])
  await sql`
    with given as materialized (
      select v.id, s.value ->> 0 as criterion_id, (s.value ->> 1)::numeric as points, s.value ->> 2 as comment, v.saved_at
      from jsonb_array_elements(${JSON.stringify(scores)}::jsonb) as r
      join review v on v.id = (r.value ->> 0)::uuid, jsonb_array_elements(r.value -> 1) as s),
    kept as (
      insert into score_version (review_id, criterion_id, version, points, comment, saved_at)
      select id, criterion_id, 1, points, comment, saved_at from given)
    insert into score (review_id, criterion_id, points, comment, version, saved_at)
    select id, criterion_id, points, comment, 1, saved_at from given`.execute(tx)
  await sql`
    update review set state = 'submitted', submitted_at = saved_at
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::jsonb))`.execute(
    tx,
  )
}
