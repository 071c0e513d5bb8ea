import { sql } from 'kysely'
import type { PackNames } from '../../../core/evidence/index.ts'
import type { Database } from '../../../platform/database/database.ts'

/** What the event is called that says who made a pack. */
export const packEvent = 'evidence.pack-made'

/** What such an event is about. It is no event of the round, so that making a pack changes none. */
export const packObject = (roundId: string): string => `evidence/${roundId}`

/** A pack that somebody made, with the SHA-256 of each file by its path. */
export type MadePack = {
  readonly at: Date
  readonly by: string
  readonly names: PackNames
  readonly bytes: number
  readonly sha256: string
  readonly files: Readonly<Record<string, string>>
}

/** The packs of a round, the newest first, at most ten. */
export async function packsOf(db: Database, round: { readonly id: string }): Promise<readonly MadePack[]> {
  const { rows } = await sql<MadePack>`
    select e.at, coalesce(nullif(p.name, ''), p.email, '') as "by", e.facts ->> 'names' as names,
      (e.facts ->> 'bytes')::integer as bytes, e.facts ->> 'sha256' as sha256, e.facts -> 'files' as files
    from audit_event e left join person p on p.id = e.actor_id
    where e.object_type = 'evidence' and e.object_id = ${packObject(round.id)} and e.action = ${packEvent}
    order by e.at desc, e.id desc limit 10`.execute(db)
  return rows
}
