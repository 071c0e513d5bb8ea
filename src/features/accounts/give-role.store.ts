import { sql } from 'kysely'
import type { Role } from '../../core/permissions/index.ts'
import type { Tx } from '../../platform/database/database.ts'

/** What a person holds on a fund, the person held: two roles given to one person at once are looked at one by one. */
export async function lockRolesHeld(tx: Tx, personId: string, fundId: string): Promise<readonly Role[]> {
  await sql`select id from person where id = ${personId}::uuid for no key update`.execute(tx)
  const { rows } = await sql<{ role: Role }>`
    select role from role_assignment
    where person_id = ${personId}::uuid and fund_id = ${fundId}::uuid and ended_at is null order by role`.execute(tx)
  return rows.map(({ role }) => role)
}
