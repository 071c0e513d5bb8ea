import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import { reviewOf } from './review-rows.ts'
import type { Parts, Row } from './route-table.ts'

/** A review whose business as usual has a line, so that it can be appraised. */
async function appraised(place: Place, db: Database): Promise<Parts> {
  const parts = await reviewOf(place, db)
  const line = {
    option: 'usual',
    title: 'Staff',
    kind: 'cost',
    bearer: 'council',
    nature: 'resource',
    basis: 'real',
    pounds: [{ row: 'year-0', amount: 100 }],
  }
  const option = { title: 'As it is', model: 'in-house-as-is', description: 'It goes on.' }
  for (const [sheet, entry, content] of [
    ['options', 'usual', option],
    ['lines', 'staff', line],
  ] as const)
    await sql`
      insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
      select id, ${sheet}, ${entry}, 1, 2, ${JSON.stringify(content)}::jsonb, now(), started_by from strategic_review
      where reference = ${parts.reference} on conflict do nothing`.execute(db)
  return { ...parts, option: 'usual' }
}

/** A simulation of a review of no options, as it would be kept. */
async function simulated(place: Place, db: Database): Promise<Parts> {
  const parts = await appraised(place, db)
  const input = '{"correlations":[],"options":[],"samples":1024,"seed":1}'
  const result = '{"cash":[],"spreads":[]}'
  await sql`
    insert into strategic_review_run (id, review_id, number, input, input_sha256, result, result_sha256, engine, made_at, made_by)
    select gen_random_uuid(), id, 1, ${input}, encode(sha256(convert_to(${input}, 'UTF8')), 'hex'), ${result},
      encode(sha256(convert_to(${result}, 'UTF8')), 'hex'), 'test', now(), started_by
    from strategic_review where reference = ${parts.reference} on conflict do nothing`.execute(db)
  return { ...parts, number: '1' }
}

const run: Row = { rule: 'worksOnReview', parts: simulated }
const own: Row = { rule: 'worksOnReview', parts: appraised }

/** Who may see what the options of a strategic review come to. */
export const reviewMoneyRows: Readonly<Record<string, Row>> = {
  'GET /reviews/:reference/appraisal': own,
  'GET /reviews/:reference/ledger/:option': own,
  'GET /reviews/:reference/benefits': own,
  'GET /reviews/:reference/amounts': own,
  'GET /reviews/:reference/amounts/:option': own,
  'POST /reviews/:reference/amounts/:option': own,
  'GET /reviews/:reference/budget': own,
  'POST /reviews/:reference/budget': own,
  'POST /reviews/:reference/budget/check': own,
  'POST /reviews/:reference/budget/lines': own,
  'GET /reviews/:reference/what-if': own,
  'GET /reviews/:reference/uncertainty': own,
  'POST /reviews/:reference/uncertainty': own,
  'GET /reviews/:reference/uncertainty/runs/:number.json': run,
  'POST /reviews/:reference/uncertainty/runs/:number/check': run,
}
