import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { findRound, type RoundPath } from '../../funds/index.ts'
import { applicationByReference } from '../applications.store.ts'
import { lockRequest, markRequestClosed, requestsOf } from './answer-requests.store.ts'

export type ClosingProblem = { readonly code: 'not-due-yet'; readonly dueAt: Date }

type Request = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly reference: string
  readonly number: number
  readonly at: Date
}

/**
 * Closes a request, after which no reply is taken. Not before it is due: nobody loses time that they were promised.
 *
 * @throws {NotFound} if there is none, or it is not this person's to run
 */
export async function closeRequest(
  { db }: Services,
  { actor, path, reference, number, at }: Request,
): Promise<Result<undefined, ClosingProblem>> {
  return await db.transaction().execute(async (tx) => {
    const round = await findRound(tx, actor, 'fund:edit', path)
    const application = await applicationByReference(tx, reference, [], [])
    if (application?.roundId !== round.id || actor.kind !== 'person') throw notFound('application')
    const request = (await requestsOf(tx, application.id)).find((each) => each.number === number)
    if (request === undefined) throw notFound('request')
    await lockRequest(tx, request.id)
    if (at <= request.dueAt) return refused({ code: 'not-due-yet', dueAt: request.dueAt })
    if (request.closedAt !== null) return done(undefined)
    await markRequestClosed(tx, request.id, at, actor.personId)
    await recordEvent(tx, {
      action: 'application.answers-request-closed',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'application',
      objectId: reference,
      at,
      facts: { number },
    })
    return done(undefined)
  })
}
