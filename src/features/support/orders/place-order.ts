import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  type Bar,
  type Beyond,
  barTo,
  beyond,
  daysWithin,
  interestStand,
  lotCovers,
  type OrderProblem,
  type OrderRead,
  type OrderTyped,
  orderCost,
  readOrder,
  type SupportWork,
} from '../../../core/support/index.ts'
import { makeReference } from '../../../core/text/reference.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukReading } from '../../../core/time/uk-time.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { holdFundOf, type SupportedAward } from '../packages/awards.store.ts'
import { openPackage, type PackageAsked } from '../packages/open-package.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { countedPence, insertOrder, type Offer, offersFor, orderByReference } from './orders.store.ts'
import { orderedMail } from './orders-mail.messages.ts'

/** An order of a kind of help that is not bought under the lot. */
export type OtherLotProblem = {
  readonly code: 'other-lot'
  readonly lot: string
  readonly works: readonly SupportWork[]
  readonly work: SupportWork
}

/** An order that goes beyond what there is, and how many days there are for it. */
export type BeyondProblem = Beyond & { readonly days: number }

export type PlaceProblem =
  | OrderProblem
  | BeyondProblem
  | OtherLotProblem
  | { readonly code: 'barred'; readonly bar: Bar }
  | { readonly code: 'no-support' }

/**
 * Orders support for an award, and tells the council and the supplier. The fund is held, so that what is left is what is left; the database refuses what goes
 * beyond whoever asks.
 *
 * @returns the reference of the order
 * @throws {NotFound} if this person does not run the fund
 */
export async function placeOrder(
  services: Services,
  actor: Actor,
  { typed, ...asked }: PackageAsked & { readonly typed: OrderTyped },
): Promise<Result<string, PlaceProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { award, actor: person } = await openPackage(tx, actor, asked)
    if (!award.accepted || award.type !== 'support-in-kind') return refused({ code: 'no-support' })
    const read = readOrder(typed, isoDay(asked.at))
    if (!read.ok) return read
    await holdFundOf(tx, award.id)
    const offer = (await offersFor(tx, award)).find(({ key }) => key === read.value.offer)
    if (offer === undefined) return refused({ code: 'choice-unknown', field: 'offer' })
    const problem = await whyNot(tx, award, offer, read.value)
    if (problem !== undefined) {
      await recordSupport(tx, person, award.fundId, {
        action: 'support.order-refused',
        at: asked.at,
        objectId: award.reference,
        facts: {
          supplier: offer.supplierId,
          work: read.value.work,
          why: problem.code === 'barred' ? problem.bar : problem.code,
        },
      })
      return refused(problem)
    }
    const reference = makeReference('ORDER', ukReading(asked.at).year, services.randomBytes)
    const { offer: _, ...order } = read.value
    const { supplierId, lotId } = offer
    const by = person.personId
    const made = { ...order, id: services.newId(), reference, awardId: award.id, supplierId, lotId, at: asked.at, by }
    await insertOrder(tx, made)
    await recordSupport(tx, person, award.fundId, {
      action: 'support.ordered',
      at: asked.at,
      objectId: reference,
      facts: { award: award.reference, supplier: supplierId, work: order.work, ...orderCost(order, award.vat) },
    })
    const ordered = await orderByReference(tx, reference)
    if (ordered !== undefined)
      await tellSides(tx, services, ordered, ['council', 'supplier'], (say) => say(orderedMail)(ordered))
    return done(reference)
  })
}

async function whyNot(
  tx: Tx,
  award: SupportedAward,
  { lot, works, interested, waived }: Offer,
  order: OrderRead,
): Promise<Extract<PlaceProblem, BeyondProblem | OtherLotProblem | { readonly code: 'barred' }> | undefined> {
  if (!lotCovers(works, order.work)) return { code: 'other-lot', lot, works, work: order.work }
  const bar = barTo(order.work, interestStand(interested === null ? undefined : { interested, waived }))
  if (bar !== undefined) return { code: 'barred', bar }
  const left = leftOf(award, await countedPence(tx, award))
  const over = beyond(orderCost(order, award.vat), left)
  return over === undefined ? undefined : { ...over, days: daysWithin(over.leftPence, order, award.vat) }
}

/** What orders leave of an award and of its fund, in pence. */
export const leftOf = (
  { pounds, budgetPounds }: Pick<SupportedAward, 'pounds' | 'budgetPounds'>,
  counted: { readonly awardPence: number; readonly fundPence: number },
) => ({ awardPence: pounds * 100 - counted.awardPence, fundPence: budgetPounds * 100 - counted.fundPence })
