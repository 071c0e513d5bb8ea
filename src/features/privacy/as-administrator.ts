import { notFound } from '../../core/errors.ts'
import { type Actor, may, type SignedIn } from '../../core/permissions/index.ts'

/** Whoever looks after the service. @throws {NotFound} for everybody else */
export function asAdministrator(actor: Actor): SignedIn {
  if (actor.kind !== 'person' || !may(actor, 'service:administer', null)) throw notFound('page')
  return actor
}
