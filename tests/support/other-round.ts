import { sql } from 'kysely'
import type { AssessedRound } from './assessed-round.ts'

/** @returns another round of the fund of this one, with the same sealed rules and nothing else */
export async function otherRound({
  services: { db, newId },
  fundId,
  roundId,
}: Pick<AssessedRound, 'services' | 'fundId' | 'roundId'>): Promise<string> {
  const id = newId()
  await sql`insert into round (id, fund_id, slug, name, eligible_kinds, created_at)
    values (${id}::uuid, ${fundId}::uuid, 'other-round', 'Another round', '{district}', now())`.execute(db)
  await sql`insert into sealed_rules (round_id, version, document, sha256, reason, sealed_at)
    select ${id}::uuid, 1, document, sha256, '', now() from sealed_rules
    where round_id = ${roundId}::uuid order by version desc limit 1`.execute(db)
  return id
}
