import { type Actor, actsFor, organisationsOf } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type Organisation, successorsOf } from '../accounts/index.ts'

/**
 * Whether this person acts for a body, or for one that stands in its place now that it is no more. Asks the register
 * only if need be.
 */
export async function actsInPlaceOf(
  db: Database | Tx,
  actor: Actor,
  organisationId: string,
  at: Date,
): Promise<boolean> {
  if (actsFor(actor, organisationId)) return true
  if (organisationsOf(actor).length === 0) return false
  const successors = await successorsOf(db, organisationId, isoDay(at))
  return successors.some(({ id }) => actsFor(actor, id))
}

/**
 * The body that stands in for a lead: the lead itself while it is in being, then the first of its successors for which
 * this person acts, the chief one if they act for none. Asks the register only for a lead that is no more.
 *
 * @returns the lead when it ended and nobody is known to have taken over
 */
export async function standInFor(db: Database | Tx, actor: Actor, lead: Organisation, at: Date): Promise<Organisation> {
  const on = isoDay(at)
  if (lead.inBeingTo === null || on <= lead.inBeingTo) return lead
  const successors = await successorsOf(db, lead.id, on)
  return successors.find(({ id }) => actsFor(actor, id)) ?? successors[0] ?? lead
}
