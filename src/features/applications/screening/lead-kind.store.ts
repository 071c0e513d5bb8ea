import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The kind of the organisation that leads an application, as the register has it now; '' when there is no application. */
export async function leadKindOf(db: Database | Tx, applicationId: string): Promise<string> {
  const { rows } = await sql<{ kind: string }>`
    select o.kind from application a join organisation o on o.id = a.lead_id
    where a.id = ${applicationId}::uuid`.execute(db)
  return rows[0]?.kind ?? ''
}
