import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

const listed = (place: Place) => ({ reference: place.listed })

/** A portfolio that was cancelled, so that there is one to look at. */
async function withPortfolio(place: Place, db: Database): Promise<Parts> {
  await sql`insert into assessment_run (id, round_id, kind, number, state, requested_at, ended_at, input, input_sha256,
      rules_sha256, seed, solver)
    select gen_random_uuid(), round_id, 'portfolio', 1, 'cancelled', now(), now(), '{"candidates":[]}', 'x', 'x', 1, 'x'
    from application where reference = ${place.listed}
    on conflict do nothing`.execute(db)
  return { number: '1' }
}

/** Who may choose, recommend and decide. Where nothing is before them yet, pages say why. */
export const decidingRows: Readonly<Record<string, Row>> = {
  'GET /manage/funds/:fund/:round/decisions/portfolios': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/decisions/portfolios': { rule: 'moderates' },
  'POST /manage/funds/:fund/:round/decisions/portfolios/cancel': { rule: 'moderates' },
  'GET /manage/funds/:fund/:round/decisions/portfolios/:number': { rule: 'readsAssessment', parts: withPortfolio },
  'POST /manage/funds/:fund/:round/decisions/portfolios/:number/move': { rule: 'moderates', parts: withPortfolio },
  'GET /schemas/decision-record-1.json': { rule: 'anyone' },
  'GET /schemas/decision-record-2.json': { rule: 'anyone' },
  'GET /manage/funds/:fund/:round/decisions/declare': { rule: 'recommendsOrDecides' },
  'POST /manage/funds/:fund/:round/decisions/declare': { rule: 'recommendsOrDecides' },
  'GET /manage/funds/:fund/:round/decisions/recommendation': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/decisions/recommendation/freeze': { rule: 'moderates' },
  'GET /manage/funds/:fund/:round/decisions/recommendation/applications/:reference': {
    rule: 'moderates',
    parts: listed,
  },
  'POST /manage/funds/:fund/:round/decisions/recommendation/applications/:reference': {
    rule: 'moderates',
    parts: listed,
  },
  'GET /manage/funds/:fund/:round/decisions/note': { rule: 'readsAssessment' },
  'POST /manage/funds/:fund/:round/decisions/note': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/decisions/submission': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/decisions/submission.pdf': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/decisions/submission/edit': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/decisions/submission/edit': { rule: 'runsFund' },
  'GET /manage/funds/:fund/:round/decisions/decision': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/decisions/decision/applications/:reference': { rule: 'decides', parts: listed },
  'POST /manage/funds/:fund/:round/decisions/decision/applications/:reference': { rule: 'decides', parts: listed },
  'GET /manage/funds/:fund/:round/decisions/decision/record': { rule: 'decides' },
  'POST /manage/funds/:fund/:round/decisions/decision/record': { rule: 'decides' },
  'GET /manage/funds/:fund/:round/decisions/decision.json': { rule: 'readsAssessment' },
  'GET /manage/funds/:fund/:round/decisions/members': { rule: 'runsFund' },
  'POST /manage/funds/:fund/:round/decisions/members': { rule: 'runsFund' },
}
