import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Which of these rounds have results that everybody can read, published here or reported by others. The area of publishing comes later, and may not be asked. */
export async function roundsWithResults(db: Database, roundIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select round_id as id from published_results where round_id = any(${[...roundIds]}::uuid[])
    union select round_id from reported_award where round_id = any(${[...roundIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
