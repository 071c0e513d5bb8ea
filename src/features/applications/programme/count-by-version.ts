import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { VersionCount } from '../../forms/index.ts'

/** How many applications of a round answer which version of a form, the version with the most first. */
export async function countByVersion(db: Database | Tx, roundId: string): Promise<readonly VersionCount[]> {
  const { rows } = await sql<VersionCount>`
    select form_version_id as "formVersionId", count(*) filter (where state = 'draft') as drafts,
      count(*) filter (where state = 'submitted') as submitted, count(*) filter (where state = 'withdrawn') as withdrawn
    from application where round_id = ${roundId}::uuid
    group by form_version_id order by count(*) desc, form_version_id`.execute(db)
  return rows
}
