import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'

/** The rules that hold. */
export type SealHead = { readonly version: number; readonly sha256: string }

/** The newest sealed version of each of these rounds, by round: one statement. */
export async function sealHeads(db: Database, roundIds: readonly string[]): Promise<ReadonlyMap<string, SealHead>> {
  const { rows } = await sql<SealHead & { readonly roundId: string }>`
    select distinct on (round_id) round_id as "roundId", version, sha256 from sealed_rules
    where round_id = any(${[...roundIds]}::uuid[]) order by round_id, version desc`.execute(db)
  return new Map(rows.map(({ roundId, version, sha256 }) => [roundId, { version, sha256 }]))
}
