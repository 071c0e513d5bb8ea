import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { endAssignment } from '../assigning/assignments.store.ts'
import { findGiven, type ScoredPath, whyShut } from './read-scored.ts'
import { reviewOf } from './reviews.store.ts'

/**
 * Ends one's own assignment without a conflict, so that somebody else is given the application. What was written stays.
 *
 * @throws {NotFound} if it is not theirs, or submitted, or scoring has closed
 */
export async function handBackOwn(
  services: Services,
  { actor, path, at }: { readonly actor: Actor; readonly path: ScoredPath; readonly at: Date },
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const given = await findGiven(tx, actor, path)
    const { application, round, actor: person } = given
    const review = await reviewOf(tx, application.id, person.personId)
    if (whyShut(given) === 'closed' || review?.state === 'submitted' || application.assignmentId === null)
      throw notFound('application')
    await endAssignment(tx, { id: application.assignmentId, at, why: 'handed-back', reason: '' })
    await recordEvent(tx, {
      action: 'assignment.handed-back',
      actorId: person.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: application.reference,
      at,
      facts: {},
    })
  })
}
