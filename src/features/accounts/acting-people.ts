import { sql } from 'kysely'
import { isoDay } from '../../core/time/day.ts'
import { among } from '../../platform/database/among.ts'
import type { Database } from '../../platform/database/database.ts'
import { successorsOf } from './organisations.store.ts'
import { type Member, membersOf } from './people.store.ts'

/**
 * The confirmed people who act for a body: its own while it is in being, then those of the bodies that took over from it.
 * Each is there once, by body and name.
 */
export async function actingPeople(db: Database, organisationId: string, at: Date): Promise<readonly Member[]> {
  const people = new Map<string, Member>()
  for (const { id } of await successorsOf(db, organisationId, isoDay(at)))
    for (const member of await membersOf(db, id))
      if (member.state === 'confirmed' && !people.has(member.id)) people.set(member.id, member)
  return [...people.values()]
}

/** Of bodies that stand today, those for which nobody is confirmed to act, each with its own address: one statement. */
export async function bodiesWithoutPeople(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly contactEmail: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; contactEmail: string | null }>`
    select o.id, o.contact_email as "contactEmail" from organisation o
    where o.id in ${among(ids)} and not exists (
      select from membership m where m.organisation_id = o.id and m.state = 'confirmed')`.execute(db)
  return new Map(rows.map(({ id, contactEmail }) => [id, { contactEmail }]))
}
