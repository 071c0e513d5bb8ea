import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Which of these rounds have results that everybody can read. The area of publishing comes later, and may not be asked. */
export async function roundsWithResults(db: Database, roundIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct round_id as id from published_results where round_id = any(${[...roundIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
