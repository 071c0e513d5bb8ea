import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import { reviewOf } from './review-rows.ts'
import type { Parts, Row } from './route-table.ts'

const points = [
  { at: 0, value: 0 },
  { at: 100, value: 1 },
]
const criteria = [
  { id: 'reach', title: 'Reach', measures: 'Who', worst: 'Few', best: 'All', counted: 'no', unit: null, points },
]

/** The review of a place in a round of weighing that asks for scores. */
async function weighingOf(place: Place, db: Database): Promise<Parts> {
  const parts = await reviewOf(place, db)
  await sql`
    insert into strategic_review_weighing (review_id, round, method, criteria, begun_at, begun_by)
    select id, 1, 'swing', ${JSON.stringify(criteria)}::jsonb, now(), started_by from strategic_review
    where reference = ${parts.reference} on conflict do nothing`.execute(db)
  await sql`
    insert into strategic_review_weighing_stage (review_id, round, number, stage, options, at, by)
    select id, 1, n, stage, options::jsonb, now(), started_by from strategic_review,
      (values (1, 'weighting', null), (2, 'scoring', ${JSON.stringify([{ id: 'first', title: 'Stop' }])})) as s (n, stage, options)
    where reference = ${parts.reference} on conflict do nothing`.execute(db)
  return { ...parts, criterion: 'reach' }
}

const own: Row = { rule: 'worksOnReview', parts: weighingOf }
const one = '/reviews/:reference/weighing'

/** Who may use the routes of weighing: the review’s own people alone. */
export const weighingRows: Readonly<Record<string, Row>> = {
  [`GET ${one}`]: own,
  [`POST ${one}`]: own,
  [`POST ${one}/stage`]: own,
  [`POST ${one}/notes`]: own,
  [`GET ${one}/weights`]: own,
  [`POST ${one}/weights`]: own,
  [`GET ${one}/scores/:criterion`]: own,
  [`POST ${one}/scores/:criterion`]: own,
  [`GET ${one}/compare`]: own,
  [`GET ${one}/results`]: own,
}
