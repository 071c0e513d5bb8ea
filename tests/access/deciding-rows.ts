import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import type { Place } from './places.ts'
import type { Parts, Row } from './route-table.ts'

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
}
