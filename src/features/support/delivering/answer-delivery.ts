import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  type AnswerProblem,
  type AnswerTyped,
  acceptingSides,
  bothStand,
  owesAnswer,
  readAnswer,
} from '../../../core/support/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { deliverablesOf, insertDeliveryAnswer } from './deliverables.store.ts'
import { acceptedMail, sentBackMail } from './delivering-mail.messages.ts'

type Asked = OrderDoing & {
  readonly number: number
  /** Which delivery was looked at when this was written. */
  readonly delivery: number
  readonly typed: AnswerTyped
}

/**
 * Accepts what was delivered, or sends it back, for the council or the programme team. The supplier is told when it is
 * sent back, and when both have accepted.
 *
 * @throws {NotFound} if this person is of neither
 */
export async function answerDelivery(
  services: Services,
  actor: Actor,
  { number, delivery, typed, ...asked }: Asked,
): Promise<Result<null, AnswerProblem | { readonly code: 'nothing-waits' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, side, actor: person } = await holdOrder(tx, actor, asked, acceptingSides)
    const deliverable = (await deliverablesOf(tx, order.id)).find((each) => each.number === number)
    if (deliverable === undefined) throw notFound('deliverable')
    const last = deliverable.deliveries.at(-1)
    if (last?.number !== delivery || !owesAnswer(side, last.answers)) return refused({ code: 'nothing-waits' })
    const read = readAnswer(typed)
    if (!read.ok) return read
    const answer = { side, yes: read.value.answer === 'yes' }
    const { reason } = read.value
    await insertDeliveryAnswer(
      tx,
      order.id,
      { deliverable: number, number: delivery },
      { ...answer, reason, at: asked.at, by: person.personId },
    )
    await recordSupport(tx, person, order.fundId, {
      action: 'support.delivery-answered',
      at: asked.at,
      objectId: order.reference,
      facts: { deliverable: number, delivery, side, accepted: answer.yes },
    })
    const stand = bothStand([...last.answers, answer])
    if (stand === 'refused')
      await tellSides(tx, services, order, ['supplier'], (say) => say(sentBackMail)(order, deliverable.title, reason))
    if (stand === 'agreed')
      await tellSides(tx, services, order, ['supplier'], (say) => say(acceptedMail)(order, deliverable.title))
    return done(null)
  })
}
