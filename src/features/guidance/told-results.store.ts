import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** Whether the network of a fund has published anything for everybody. The area of networks comes later, and may not be asked. */
export async function haveResources(db: Database, fundId: string): Promise<boolean> {
  const { rows } = await sql`
    select from network_resource where fund_id = ${fundId}::uuid and state = 'public' limit 1`.execute(db)
  return rows.length > 0
}

/** Whether anything is published of what these rounds have come to. The area of benefits comes later, and may not be asked. */
export async function haveBenefits(db: Database, roundIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select from benefit_return_step s join award w on w.id = s.award_id
    where s.step = 'published' and w.round_id = any(${[...roundIds]}::uuid[]) limit 1`.execute(db)
  return rows.length > 0
}

/** Which of these rounds have results that everybody can read, published here or reported by others. The area of publishing comes later, and may not be asked. */
export async function roundsWithResults(db: Database, roundIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select round_id as id from published_results where round_id = any(${[...roundIds]}::uuid[])
    union select round_id from reported_award where round_id = any(${[...roundIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
