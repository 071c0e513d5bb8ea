import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { type HoldProblem, type HoldTyped, readHold } from '../../../core/privacy/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { asAdministrator } from '../as-administrator.ts'
import { findHoldable, insertHold, markReleased } from './holds.store.ts'

/**
 * Puts a legal hold on a person, an application, a round or a fund: no rule of retention touches what leads to it, until
 * it is released.
 *
 * @throws {NotFound} for whoever does not look after the service
 */
export async function placeHold(
  services: Services,
  { actor, typed, at }: { readonly actor: Actor; readonly typed: HoldTyped; readonly at: Date },
): Promise<Result<undefined, HoldProblem>> {
  const { personId } = asAdministrator(actor)
  const read = readHold(typed)
  if (!read.ok) return read
  const { kind, which, reason } = read.value
  return await services.db.transaction().execute(async (tx) => {
    const object = await findHoldable(tx, kind, which)
    if (object === undefined) return refused<HoldProblem>({ code: 'not-found' })
    const id = services.newId()
    const placed = await insertHold(tx, { id, kind, objectId: object.id, reason, at, by: personId })
    if (!placed) return refused<HoldProblem>({ code: 'held-already' })
    const event = { action: 'hold.placed', actorId: personId, fundId: object.fundId, objectType: kind }
    await recordEvent(tx, { ...event, objectId: object.id, at, facts: { hold: id, reason } })
    return done(undefined)
  })
}

/** Releases a hold, with why. @throws {NotFound} where none stands by this id */
export async function releaseHold(
  services: Services,
  release: { readonly actor: Actor; readonly id: string; readonly reason: string; readonly at: Date },
): Promise<Result<undefined, HoldProblem>> {
  const { actor, id, at } = release
  const { personId } = asAdministrator(actor)
  const reason = release.reason.trim()
  if (!hasSubstance(reason)) return refused({ code: 'reason-too-thin' })
  await services.db.transaction().execute(async (tx) => {
    const released = await markReleased(tx, { id, reason, at, by: personId })
    if (released === undefined) throw notFound('hold')
    const event = { action: 'hold.released', actorId: personId, objectType: released.kind, objectId: released.objectId }
    await recordEvent(tx, { ...event, at, facts: { hold: id, reason } })
  })
  return done(undefined)
}
