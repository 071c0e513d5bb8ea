import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Writer } from '../../funds/index.ts'

/**
 * Who has started or written an application of a round that is not withdrawn, each with each of theirs: those to whom it
 * matters when the round is called off. One statement.
 */
export async function writersOf(db: Database | Tx, roundId: string): Promise<readonly Writer[]> {
  const { rows } = await sql<Writer>`
    select p.id as "personId", p.email, a.reference, a.state = 'submitted' as submitted
    from application a
    join lateral (
      select a.created_by as person_id
      union select s.saved_by from answer s where s.application_id = a.id
    ) w on true
    join person p on p.id = w.person_id
    where a.round_id = ${roundId}::uuid and a.state <> 'withdrawn'
    order by a.reference, p.email`.execute(db)
  return rows
}
