import { notFound } from '../../../core/errors.ts'
import { canWithdraw } from '../../../core/experts/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import type { Services } from '../../../platform/services.ts'
import { requestWithdrawnMail } from '../experts-mail.messages.ts'
import { cancelComing } from '../hours/book-hours.ts'
import { expertById } from '../people/experts.store.ts'
import { recordExpert } from '../record-expert.ts'
import { type AskedRequest, holdRequest } from '../thread/open-request.ts'
import { mailPlace, teamOf, writeTo } from '../write-to.ts'
import { markWithdrawn } from './requests.store.ts'

export type WithdrawProblem = FieldProblem<'withdraw-reason'> | { readonly code: 'not-to-withdraw' }

/**
 * Withdraws a question whose advice is not accepted yet, with a reason. Hours to come are cancelled and free again; hours that
 * were held, and those of notes that were written, stay counted, and what was written can still be read.
 *
 * @returns how many bookings were cancelled
 * @throws {NotFound} for anybody but the council that asked
 */
export async function withdrawRequest(
  services: Services,
  actor: Actor,
  { reason, ...asked }: AskedRequest & { readonly reason: string },
): Promise<Result<number, WithdrawProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    if (side !== 'council') throw notFound('request')
    if (!canWithdraw(request.state)) return refused({ code: 'not-to-withdraw' })
    const read = readText('withdraw-reason', reason, { most: 2000, needed: true })
    if (!read.ok) return read
    const { at } = asked
    const by = person.personId
    const cancelled = await cancelComing(tx, services, { fund, request, actor: person }, at)
    await markWithdrawn(tx, request.id, { reason: read.value, at, by })
    const { number, title, council } = request
    const on = ['expert-request', request.id] as const
    await recordExpert(tx, { action: 'expert.withdrawn', fundId: fund.id, by, at, on, facts: { number, cancelled } })
    const expert = request.expertId === null ? undefined : await expertById(tx, fund.id, request.expertId)
    const people = [
      ...(await teamOf(tx, fund)),
      ...(expert === undefined ? [] : [{ id: expert.personId, email: expert.email }]),
    ]
    const of = { ...mailPlace(services, fund), number, title }
    await writeTo(tx, services, fund, people, (say) => say(requestWithdrawnMail)(of, council, read.value))
    return done(cancelled)
  })
}
