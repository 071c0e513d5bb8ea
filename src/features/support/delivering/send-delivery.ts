import { notFound } from '../../../core/errors.ts'
import { bytesInMegabyte, documentKinds, type FileProblem } from '../../../core/files/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import { deliverableStand } from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfQuestion, keepSeveral, type SentFile } from '../../files/index.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { openOrder } from '../orders/open-order.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { deliverablesOf, insertDelivery } from './deliverables.store.ts'
import { deliveredMail } from './delivering-mail.messages.ts'

/** How many files go with one delivery, and how large each may be. */
export const mostFiles = 10
export const mostFileMegabytes = 20
/** What goes with one delivery. */
export const filesTaken = {
  most: mostFiles,
  rules: { accept: documentKinds, mostBytes: mostFileMegabytes * bytesInMegabyte },
}

/** What the files of a delivery belong to, beside its order. */
export const deliveryQuestion = (deliverable: number, delivery: number): string => `delivery-${deliverable}-${delivery}`

export type DeliverProblem = FieldProblem<'note'> | FileProblem | { readonly code: 'waits-already' }

type Asked = OrderDoing & { readonly number: number; readonly note: string; readonly sent: readonly SentFile[] }

/**
 * Delivers what an order says, with files; again after it was sent back. A file that will not do stops the delivery, and
 * those that do are kept for the next try.
 *
 * @throws {NotFound} if this person does not work for the supplier
 */
export async function deliver(
  services: Services,
  actor: Actor,
  { number, note, sent, ...asked }: Asked,
): Promise<Result<null, DeliverProblem>> {
  const read = readText('note', note, { most: 4000, needed: true })
  const opened = await openOrder(services.db, actor, { ...asked, does: true })
  const next = await nextDelivery(services, opened.order.id, number, asked.at)
  if (next === undefined) return refused({ code: 'waits-already' })
  const question = deliveryQuestion(number, next)
  const owner = { type: 'support', id: opened.order.reference } as const
  const { problems } = await keepSeveral(services, sent, {
    owner,
    questionId: question,
    fundId: opened.order.fundId,
    there: (await filesOfQuestion(services.db, owner, question)).length,
    ...filesTaken,
    by: opened.actor.personId,
    at: asked.at,
  })
  if (!read.ok) return refused(...read.problems, ...problems)
  if (problems.length > 0) return refused(...problems)
  return await services.db.transaction().execute(async (tx) => {
    const { order, actor: person } = await holdOrder(tx, actor, asked, ['supplier'])
    if ((await nextDelivery({ db: tx }, order.id, number, asked.at)) !== next) return refused({ code: 'waits-already' })
    await insertDelivery(tx, order.id, number, { note: read.value, at: asked.at, by: person.personId })
    await recordSupport(tx, person, order.fundId, {
      action: 'support.delivered',
      at: asked.at,
      objectId: order.reference,
      facts: { deliverable: number, delivery: next },
    })
    await tellSides(tx, services, order, ['council', 'team'], (say) => say(deliveredMail)(order, number))
    return done(null)
  })
}

/** The number that the next delivery has; undefined while one waits or was accepted. @throws {NotFound} */
async function nextDelivery(
  { db }: { readonly db: Parameters<typeof deliverablesOf>[0] },
  orderId: string,
  number: number,
  at: Date,
): Promise<number | undefined> {
  const deliverable = (await deliverablesOf(db, orderId)).find((each) => each.number === number)
  if (deliverable === undefined) throw notFound('deliverable')
  const { deliveries, dueOn } = deliverable
  const stand = deliverableStand(deliveries.at(-1)?.answers, dueOn, isoDay(at))
  return stand === 'delivered' || stand === 'accepted' ? undefined : deliveries.length + 1
}
