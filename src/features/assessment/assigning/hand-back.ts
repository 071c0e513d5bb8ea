import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { withdrawHandedBack } from '../conflicts/conflicts.store.ts'
import { fundOfAssignment, isScored } from './hand-back.store.ts'
import { endWithTrace } from './settle-assignments.ts'

export type HandBackProblem = { readonly code: 'scored-already' | 'ended-already' }

/**
 * An assessor hands an application back that they were given: it is taken from them at once, with the reason if they
 * give one, and not given to them again unless that is released. What they scored and submitted stays theirs.
 *
 * @throws {NotFound} if it was not given to them
 */
export async function handBack(
  { db }: Pick<Services, 'db'>,
  {
    actor,
    assignmentId,
    reason,
    at,
  }: {
    readonly actor: Actor
    readonly assignmentId: string
    readonly reason: string
    readonly at: Date
  },
): Promise<Result<{ readonly reference: string }, HandBackProblem>> {
  if (actor.kind !== 'person') throw notFound('assignment')
  return await db.transaction().execute(async (tx) => {
    const found = await fundOfAssignment(tx, assignmentId, actor.personId)
    if (found === undefined) throw notFound('assignment')
    if (await isScored(tx, found)) return refused<HandBackProblem>({ code: 'scored-already' })
    const assignment = { id: assignmentId, reference: found.reference, personId: actor.personId }
    const by = actor.personId
    const ended = await endWithTrace(tx, {
      assignment,
      fundId: found.fundId,
      at,
      by,
      why: 'handed-back',
      reason: reason.trim(),
    })
    // Had it been given to them again with a reason, that is over: it is kept from them once more.
    await withdrawHandedBack(tx, { applicationId: found.applicationId, personId: actor.personId }, at)
    return ended ? done({ reference: found.reference }) : refused<HandBackProblem>({ code: 'ended-already' })
  })
}
