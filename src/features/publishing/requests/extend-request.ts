import type { Actor } from '../../../core/permissions/index.ts'
import {
  type ExtensionProblem,
  type ExtensionTyped,
  isExtendable,
  isTooLateToExtend,
  type RunningTime,
  readExtension,
} from '../../../core/requests/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundPath } from '../../funds/index.ts'
import { insertExtension } from './extensions.store.ts'
import { holdRequest, recordRequest } from './open-request.ts'
import type { KeptRequest } from './requests.store.ts'

export type ExtendProblem =
  | ExtensionProblem
  | { readonly code: 'not-extendable' }
  | { readonly code: 'time-is-over'; readonly dueOn: IsoDay }

/** How the time of a request runs: from the day it came, or that of the last answer to a question back. */
export const timeOf = ({ kind, receivedOn, dueOn, questions }: KeptRequest): RunningTime => ({
  kind,
  begunOn: questions.findLast(({ answeredOn }) => answeredOn !== null)?.answeredOn ?? receivedOn,
  dueOn,
})

/** Whether its time can be extended: an open request under a law that allows it, while no question back waits. */
export const canBeExtended = ({ kind, answeredOn, waitsSince }: KeptRequest): boolean =>
  isExtendable(kind) && answeredOn === null && waitsSince === null

/**
 * Takes more time for a request, as the law allows it, with a reason that the requester is told.
 *
 * @returns by when it is answered from then on
 * @throws {NotFound}
 */
export async function extendRequest(
  services: Services,
  actor: Actor,
  {
    typed,
    at,
    ...asked
  }: { readonly path: RoundPath; readonly number: number; readonly at: Date; readonly typed: ExtensionTyped },
): Promise<Result<IsoDay, ExtendProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const { request } = opened
    const [time, today] = [timeOf(request), isoDay(at)]
    if (!canBeExtended(request)) return refused<ExtendProblem>({ code: 'not-extendable' })
    if (isTooLateToExtend(time, today)) return refused<ExtendProblem>({ code: 'time-is-over', dueOn: time.dueOn })
    const read = readExtension(time, typed)
    if (!read.ok) return read
    const { exemptions, dueOn } = read.value
    await insertExtension(tx, request.id, {
      ...read.value,
      number: request.extensions.length + 1,
      heard: request.questions.length,
      extendedOn: today,
      at,
      by: opened.actor.personId,
    })
    await recordRequest(tx, opened, at, 'request.extended', { exemptions, from: time.dueOn, to: dueOn })
    return done(dueOn)
  })
}
