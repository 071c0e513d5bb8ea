import { sql } from 'kysely'
import type { Estimate, RunSeal } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The statistics of a round that its bands rest on. */
export type EstimateRun = {
  readonly id: string
  readonly number: number
  readonly inputSha256: string
  readonly resultSha256: string
  readonly endedAt: Date
  readonly estimates: readonly Estimate[]
}

/** The latest statistics of being among the best so many; undefined where none were made. */
export async function estimatesOf(
  db: Database | Tx,
  roundId: string,
  places: number,
): Promise<EstimateRun | undefined> {
  const { rows } = await sql<EstimateRun>`
    select r.id, r.number, r.input_sha256 as "inputSha256", r.result_sha256 as "resultSha256", r.ended_at as "endedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', e->'id', 'estimate', e->'estimate',
        'probabilityIn', e->'probabilityIn')), '[]')
        from jsonb_array_elements(r.result->'calibration'->'applications') e) as estimates
    from assessment_run r
    where r.round_id = ${roundId}::uuid and r.kind = 'understanding' and r.state = 'done'
      and r.result_sha256 is not null and (r.input->>'places')::integer = ${places}
      and jsonb_typeof(r.result->'calibration'->'applications') = 'array'
    order by r.number desc limit 1`.execute(db)
  return rows[0]
}

/** What went into the latest statistics, where nothing could be estimated from it; undefined where something was. */
export async function inputWithoutEstimates(db: Database | Tx, roundId: string): Promise<string | undefined> {
  const { rows } = await sql<{ inputSha256: string }>`
    select "inputSha256" from (
      select input_sha256 as "inputSha256", result->>'noEstimates' as why from assessment_run
      where round_id = ${roundId}::uuid and kind = 'understanding' and state = 'done'
      order by number desc limit 1) as latest
    where why is not null`.execute(db)
  return rows[0]?.inputSha256
}

/** The assignment that was put into force last, by its hashes; null where there was none. */
export async function assignmentInForce(db: Database | Tx, roundId: string): Promise<RunSeal | null> {
  const { rows } = await sql<RunSeal>`
    select number, input_sha256 as "inputSha256", result_sha256 as "resultSha256" from assessment_run
    where round_id = ${roundId}::uuid and kind = 'assignment' and accepted_at is not null and result_sha256 is not null
    order by accepted_at desc, number desc limit 1`.execute(db)
  return rows[0] ?? null
}
