import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { asAdministrator } from '../as-administrator.ts'
import { forgetAddress, forgetPerson, type Keeper, subjectOf } from './anonymising.store.ts'

/** Why somebody stays as they are. */
export type AnonymiseProblem = { readonly code: 'kept'; readonly by: Keeper }

/**
 * Makes somebody anonymous: their row keeps its id and nothing else, so that no record that leads to it names anybody, and
 * what stands under their address by itself goes or is emptied. What was frozen with their name in it stays: signatures,
 * submissions, decisions. It cannot be undone.
 *
 * @param asked `actor` null where the service does it by its rules
 * @throws {NotFound} if there is no such person
 */
export async function anonymisePerson(
  services: Services,
  asked: Anonymising,
): Promise<Result<undefined, AnonymiseProblem>> {
  return await services.db.transaction().execute(async (tx) => await anonymiseIn(tx, asked))
}

type Anonymising = {
  readonly personId: string
  readonly actor: Actor | null
  readonly reason: string
  readonly at: Date
  /** The id of their request to be forgotten, where that is why. */
  readonly request?: string
}

/** The same in a transaction that does more. */
export async function anonymiseIn(
  tx: Tx,
  { personId, actor, reason, at, request }: Anonymising,
): Promise<Result<undefined, AnonymiseProblem>> {
  const actorId = actor === null ? null : asAdministrator(actor).personId
  const subject = await subjectOf(tx, personId, { today: isoDay(at), request: request ?? null })
  if (subject === undefined) throw notFound('person')
  if (subject.keptBy.length > 0) {
    return refused(...subject.keptBy.map((by): AnonymiseProblem => ({ code: 'kept', by })))
  }
  await forgetAddress(tx, subject.email)
  await forgetPerson(tx, subject, at)
  const event = { action: 'person.anonymised', actorId, objectType: 'person' }
  await recordEvent(tx, { ...event, objectId: personId, at, facts: { reason } })
  return done(undefined)
}
