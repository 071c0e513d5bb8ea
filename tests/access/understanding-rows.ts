import { sql } from 'kysely'
import { type UnderstandingCase, understand } from '../../src/core/understanding/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

/** Scoring has closed, the submitted application of the place is to be scored, and what its one score says is worked out. */
async function understood(place: Place, db: Database): Promise<Parts> {
  const { rows } = await sql<{ id: string; roundId: string }>`
    select id, round_id as "roundId" from application where reference = ${place.listed}`.execute(db)
  const { id = '', roundId = '' } = rows[0] ?? {}
  await sql`
    insert into assessment (round_id, opened_at, closed_at) values (${roundId}::uuid, now(), now())
    on conflict (round_id) do update set closed_at = now()`.execute(db)
  await sql`
    insert into application_sift (application_id, eligibility, scope, sifted_at)
    values (${id}::uuid, 'eligible', 'in-scope', now())
    on conflict (application_id) do update set eligibility = 'eligible', scope = 'in-scope'`.execute(db)
  const input: UnderstandingCase = {
    format: 1,
    criteria: [],
    scale: [0, 100],
    pointWorth: 25,
    places: 1,
    calibrationUse: 'advice',
    noneUpTo: 15,
    spreadPoints: 2,
    seed: 1,
    draws: 100,
    bootstraps: 0,
    reviews: [{ application: id, assessor: cast.assessor.id, total: 50, points: {} }],
    withoutReview: [],
  }
  await sql`delete from assessment_run where round_id = ${roundId}::uuid and kind = 'understanding'`.execute(db)
  await sql`
    insert into assessment_run (id, round_id, kind, number, state, requested_at, ended_at, input, input_sha256, seed,
      result, result_sha256)
    values (gen_random_uuid(), ${roundId}::uuid, 'understanding', 1, 'done', now(), now(),
      ${JSON.stringify(input)}::jsonb, 'in', 1, ${JSON.stringify(understand(input))}::jsonb, 'out')`.execute(db)
  return { reference: place.listed }
}

const at = '/manage/funds/:fund/:round/assessment/understanding'

/** Who may see what the scores of a round say, and who has it worked out. */
export const understandingRows: Readonly<Record<string, Row>> = {
  [`GET ${at}`]: { rule: 'readsAssessment' },
  [`POST ${at}`]: { rule: 'runsAssessment', parts: understood },
  [`POST ${at}/cancel`]: { rule: 'runsAssessment' },
  [`GET ${at}.csv`]: { rule: 'readsAssessment', parts: understood },
  [`GET ${at}/applications/:reference`]: { rule: 'readsAssessment', reader: 'auditor', parts: understood },
}
