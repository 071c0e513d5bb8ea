import { isoDay } from '../../core/time/day.ts'
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
