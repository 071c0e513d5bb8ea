import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { takeBack } from '../../applications/index.ts'
import { findOwnInterview } from './answer-interview.ts'
import { freeInterview } from './free-interview.ts'
import { type ClosedProblem, closedProblem } from './hold-before-close.ts'
import { holdInterviewing, interviewingOf } from './interviewing.store.ts'

/**
 * Takes an application that is on the shortlist out of the round for good, until interviews have closed: the deadline has
 * passed, so that it is not submitted again.
 *
 * @throws {NotFound} if there is no interview of it, or it is not theirs to write
 */
export async function withdrawShortlisted(
  services: Services,
  { actor, reference, at }: { readonly actor: Actor; readonly reference: string; readonly at: Date },
): Promise<Result<undefined, ClosedProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round } = await findOwnInterview(tx, actor, reference, at)
    await holdInterviewing(tx, round.id)
    if ((await interviewingOf(tx, round.id)).closedAt !== null) return refused(closedProblem)
    const taken = await takeBack(tx, actor, { reference, receivedAt: at, until: 'any-time' })
    if (!taken.ok) throw notFound('interview')
    await freeInterview(tx, services, taken.value)
    return done(undefined)
  })
}
