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

/** The same with ranks that were worked out, of nothing, as they would be kept. */
async function ranked(place: Place, db: Database): Promise<Parts> {
  const parts = await weighingOf(place, db)
  const none = { options: [], criteria: [], values: [], weights: { exact: [] }, samples: 1024, seed: 1 }
  const input = JSON.stringify({ free: none, order: none, given: none })
  await sql`
    insert into strategic_review_rank_run (id, review_id, number, input, input_sha256, result, result_sha256, engine, made_at, made_by)
    select gen_random_uuid(), id, 1, ${input}, encode(sha256(convert_to(${input}, 'UTF8')), 'hex'), '{}',
      encode(sha256(convert_to('{}', 'UTF8')), 'hex'), 'test', now(), started_by
    from strategic_review where reference = ${parts.reference} on conflict do nothing`.execute(db)
  return { ...parts, number: '1' }
}

const run: Row = { rule: 'worksOnReview', parts: ranked }
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
  [`GET ${one}/results/methods`]: own,
  [`POST ${one}/results`]: own,
  [`GET ${one}/results/runs/:number.json`]: run,
  [`POST ${one}/results/runs/:number/check`]: run,
}
