import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** An award that a council has to answer, or has. */
export type AwardToAnswer = {
  readonly reference: string
  readonly fundName: string
  readonly roundName: string
  readonly state: 'offered' | 'accepted'
}

/** The awards of these organisations that are offered or accepted. */
export async function awardsToAnswer(
  db: Database,
  organisationIds: readonly string[],
): Promise<readonly AwardToAnswer[]> {
  if (organisationIds.length === 0) return []
  const { rows } = await sql<AwardToAnswer>`
    select a.reference, f.name as "fundName", r.name as "roundName", w.state
    from award w join application a on a.id = w.application_id join round r on r.id = w.round_id
      join fund f on f.id = r.fund_id
    where w.organisation_id = any(${organisationIds}::text[]) and w.state in ('offered', 'accepted')
    order by a.reference`.execute(db)
  return rows
}
