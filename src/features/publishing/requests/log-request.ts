import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { type RequestProblem, type RequestTyped, readRequest } from '../../../core/requests/index.ts'
import { done, type Result } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recordRequest } from './open-request.ts'
import { insertRequest, referencesOf } from './requests.store.ts'

/**
 * Logs a request with the day by which it has to be answered. Whoever logs it answers for it until it is given to another.
 *
 * @returns its number
 * @throws {NotFound} if the round is not this person's to answer for
 */
export async function logRequest(
  services: Services,
  actor: Actor,
  { path, typed, at }: { readonly path: RoundPath; readonly typed: RequestTyped; readonly at: Date },
): Promise<Result<number, RequestProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'request:answer', path)
    if (actor.kind !== 'person') throw notFound('round')
    const read = readRequest(typed, isoDay(at), await referencesOf(tx, round.id))
    if (!read.ok) return read
    const id = services.newId()
    const number = await insertRequest(tx, { ...read.value, id, roundId: round.id, at, by: actor.personId })
    const { kind, receivedOn, dueOn } = read.value
    await recordRequest(tx, { round, actor, request: { id } }, at, 'request.logged', {
      number,
      kind,
      receivedOn,
      dueOn,
    })
    return done(number)
  })
}
