import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What is counted of an application, as it stands. */
export type CountedApplication = {
  readonly id: string
  readonly reference: string
  readonly state: 'draft' | 'submitted' | 'withdrawn'
  readonly region: string | null
  readonly kind: string
  readonly eligible: boolean
  readonly inScope: boolean
  readonly scored: boolean
}

/** The applications of a round, tests apart: one statement. No name and no answer is read. */
export async function countedApplications(db: Database | Tx, roundId: string): Promise<readonly CountedApplication[]> {
  const { rows } = await sql<CountedApplication>`
    select a.id, a.reference, a.state, o.region, o.kind, coalesce(s.eligibility = 'eligible', false) as eligible,
      coalesce(s.eligibility = 'eligible' and s.scope = 'in-scope', false) as "inScope",
      exists (select from review v where v.application_id = a.id and v.state = 'submitted' and not v.practice) as scored
    from application a join organisation o on o.id = a.lead_id
      left join application_sift s on s.application_id = a.id
    where a.round_id = ${roundId}::uuid and a.mode = 'live'`.execute(db)
  return rows
}
