import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import { reviewOf } from './review-rows.ts'
import type { Parts, Row } from './route-table.ts'

/** A version of the review of a place that was frozen before. */
async function versionOf(place: Place, db: Database): Promise<Parts> {
  const parts = await reviewOf(place, db)
  await sql`
    insert into strategic_review_version (review_id, number, why, record, sha256, frozen_at, frozen_by)
    select id, 1, 'Cabinet', '{"depth":"full","sheets":{}}'::jsonb, repeat('0', 64), now(), ${place.leadPerson}::uuid
    from strategic_review where reference = ${parts.reference}
    on conflict do nothing`.execute(db)
  return { ...parts, number: '1' }
}

const version: Row = { rule: 'worksOnReview', parts: versionOf }
const all = '/reviews/:reference/versions'

/** Who may freeze, compare and sign off versions of a review: its own people alone. */
export const reviewVersionRows: Readonly<Record<string, Row>> = {
  [`GET ${all}`]: version,
  [`POST ${all}`]: version,
  [`GET ${all}/compare`]: version,
  [`GET ${all}/:number`]: version,
  [`POST ${all}/:number`]: version,
  [`GET ${all}/:number/record.json`]: version,
}
