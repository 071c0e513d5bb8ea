import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** That the feedback of a round was released, with the hash of all that was. */
export type Release = {
  readonly releasedAt: Date
  readonly releasedByName: string
  readonly applications: number
  readonly sha256: string
}

export async function releaseOf(db: Database | Tx, roundId: string): Promise<Release | undefined> {
  const { rows } = await sql<Release>`
    select r.released_at as "releasedAt", coalesce(nullif(p.name, ''), p.email) as "releasedByName", r.applications, r.sha256
    from feedback_release r join person p on p.id = r.released_by where r.round_id = ${roundId}::uuid`.execute(db)
  return rows[0]
}

export async function insertRelease(
  tx: Tx,
  release: {
    readonly roundId: string
    readonly at: Date
    readonly by: string
    readonly applications: number
    readonly sha256: string
  },
): Promise<void> {
  await sql`
    insert into feedback_release (round_id, released_at, released_by, applications, sha256)
    values (${release.roundId}::uuid, ${release.at}, ${release.by}::uuid, ${release.applications}, ${release.sha256})`.execute(
    tx,
  )
}
