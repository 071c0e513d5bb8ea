import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An application that is scored, with what it is about. `authorityKind`: a kind of the register. */
export type ScorableApplication = {
  readonly id: string
  readonly reference: string
  readonly leadId: string
  readonly leadName: string
  readonly region: string | null
  readonly authorityKind: string
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
}

/**
 * Submitted, not withdrawn, found eligible and in scope. One that nobody has sifted is not among them. By reference.
 */
export async function scorableApplications(
  db: Database | Tx,
  roundId: string,
): Promise<readonly ScorableApplication[]> {
  const { rows } = await sql<ScorableApplication>`
    select a.id, a.reference, a.lead_id as "leadId", o.name as "leadName", o.region, o.kind as "authorityKind",
      s.service_areas as "serviceAreas", s.delivery_models as "deliveryModels"
    from application a join application_sift s on s.application_id = a.id join organisation o on o.id = a.lead_id
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live' and s.eligibility = 'eligible'
      and s.scope = 'in-scope'
    order by a.reference`.execute(db)
  return rows
}
