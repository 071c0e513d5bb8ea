import { type Actor, may } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type KeyedPlace, keyedByReference } from './keyed.store.ts'

/**
 * An application that this person may write because it came by email or on paper and they run its fund: until the
 * applicant has said that it is theirs. Asked only of somebody who runs a fund.
 */
export async function keysInFor(db: Database | Tx, actor: Actor, reference: string): Promise<KeyedPlace | undefined> {
  if (actor.kind !== 'person' || !actor.heldRoles.some(({ role }) => role === 'programme-team')) return undefined
  const keyed = await keyedByReference(db, reference)
  return keyed !== undefined && keyed.confirmedAt === null && may(actor, 'fund:edit', keyed.fundId) ? keyed : undefined
}

/**
 * The time that counts against the deadline: that of the request, or, when the programme team submits what came by email
 * or on paper, the time at which it came.
 */
export async function countedFrom(
  db: Database | Tx,
  actor: Actor,
  { reference, receivedAt }: { readonly reference: string; readonly receivedAt: Date },
): Promise<Date> {
  return (await keysInFor(db, actor, reference))?.receivedAt ?? receivedAt
}
