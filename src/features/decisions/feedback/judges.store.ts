import { sql } from 'kysely'
import type { Judge } from '../../../core/feedback/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Everybody who assesses, assessed or sits on the panel in a round: no feedback may say who they are. */
export async function judgesOf(db: Database | Tx, roundId: string): Promise<readonly Judge[]> {
  const { rows } = await sql<Judge>`
    select p.name, p.email from person p where p.id in (
      select person_id from assessor where round_id = ${roundId}::uuid and person_id is not null
      union select v.person_id from review v join application a on a.id = v.application_id
        where a.round_id = ${roundId}::uuid
      union select person_id from panel_member where round_id = ${roundId}::uuid)
    order by p.email`.execute(db)
  return rows
}
