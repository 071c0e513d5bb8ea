import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import {
  type AnswerProblem,
  type AnswerTyped,
  acceptingSides,
  beyond,
  bothStand,
  type DatedTerms,
  daysWithin,
  type OrderProblem,
  orderCost,
  owesAnswer,
  readAnswer,
  readTerms,
  type SideAnswer,
  supportSides,
  type TermsTyped,
} from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { deliverablesOf } from '../delivering/deliverables.store.ts'
import { holdOrder, type OrderDoing } from '../orders/hold-order.ts'
import { countedPence, type Order } from '../orders/orders.store.ts'
import { type BeyondProblem, leftOf } from '../orders/place-order.ts'
import { supportedAward } from '../packages/awards.store.ts'
import { recordSupport } from '../record-support.ts'
import { tellSides } from '../tell-sides.ts'
import { applyTerms, insertTerms, insertTermsAnswer, termsOf } from './changes.store.ts'
import { agreedMail, askedMail, refusedMail } from './changing-mail.messages.ts'

/** Why terms cannot be in force. */
export type FitProblem = BeyondProblem | { readonly code: 'below-deliverables'; readonly netPence: number }

export type ChangeProblem =
  | OrderProblem
  | FieldProblem<'change-reason'>
  | FitProblem
  | { readonly code: 'change-waits' | 'nothing-changes' }

/**
 * Asks for a change of an order, from whichever side. The council and the programme team have to agree; one of them that
 * asks has. One change at a time.
 *
 * @throws {NotFound} for those whom the order does not concern
 */
export async function askChange(
  services: Services,
  actor: Actor,
  { typed, reason, ...asked }: OrderDoing & { readonly typed: TermsTyped; readonly reason: string },
): Promise<Result<null, ChangeProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, side, actor: person } = await holdOrder(tx, actor, asked, supportSides)
    const versions = await termsOf(tx, order.id)
    const last = versions.at(-1)
    if (last !== undefined && last.number > order.terms && bothStand(last.answers) === 'waits')
      return refused({ code: 'change-waits' })
    const read = readTerms(typed, isoDay(asked.at))
    const why = readText('change-reason', reason, { most: 2000, needed: true })
    if (!read.ok || !why.ok) return refused(...(read.ok ? [] : read.problems), ...(why.ok ? [] : why.problems))
    if (isSame(read.value, order)) return refused({ code: 'nothing-changes' })
    const problem = await whyNotFit(tx, order, read.value)
    if (problem !== undefined) return refused(problem)
    const number = (last?.number ?? 0) + 1
    const doing = { at: asked.at, by: person.personId, reason: why.value }
    await insertTerms(tx, order.id, { ...read.value, ...doing, number, side })
    const own = acceptingSides.find((each) => each === side)
    if (own !== undefined) await insertTermsAnswer(tx, order.id, number, { side: own, yes: true, ...doing })
    await record(tx, person, order, { action: 'support.change-asked', at: asked.at, facts: { number, side } })
    const others = supportSides.filter((each) => each !== side)
    await tellSides(tx, services, order, others, (say) => say(askedMail)(order, why.value))
    return done(null)
  })
}

/** Agrees to a change, or refuses it. It is in force once both have agreed. @throws {NotFound} for all but the two */
export async function answerChange(
  services: Services,
  actor: Actor,
  { number, typed, ...asked }: OrderDoing & { readonly number: number; readonly typed: AnswerTyped },
): Promise<Result<null, AnswerProblem | FitProblem | { readonly code: 'nothing-waits' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const { order, side, actor: person } = await holdOrder(tx, actor, asked, acceptingSides)
    const terms = (await termsOf(tx, order.id)).at(-1)
    if (terms === undefined || terms.number !== number || number <= order.terms || !owesAnswer(side, terms.answers))
      return refused({ code: 'nothing-waits' })
    const read = readAnswer(typed)
    if (!read.ok) return read
    const answer: SideAnswer = { side, yes: read.value.answer === 'yes' }
    const stand = bothStand([...terms.answers, answer])
    const problem = stand === 'agreed' ? await whyNotFit(tx, order, terms) : undefined
    if (problem !== undefined) return refused(problem)
    const { reason } = read.value
    await insertTermsAnswer(tx, order.id, number, { ...answer, reason, at: asked.at, by: person.personId })
    if (stand === 'agreed') await applyTerms(tx, order.id, number)
    await record(tx, person, order, {
      action: 'support.change-answered',
      at: asked.at,
      facts: { number, side, agreed: answer.yes },
    })
    if (stand !== 'waits')
      await tellSides(tx, services, order, supportSides, (say) =>
        stand === 'agreed' ? say(agreedMail)(order) : say(refusedMail)(order, reason),
      )
    return done(null)
  })
}

const isSame = (terms: DatedTerms, order: DatedTerms): boolean =>
  (['tenthDays', 'ratePence', 'expensesPence', 'vatPercent', 'dueOn'] as const).every(
    (key) => terms[key] === order[key],
  )

/** Why an order cannot have these terms: more than is left without what it counts itself, or less than it delivers. */
async function whyNotFit(tx: Tx, order: Order, terms: DatedTerms): Promise<FitProblem | undefined> {
  const award = await supportedAward(tx, order.application)
  if (award === undefined) throw new Error(`order ${order.reference} lost its award`)
  const counted = await countedPence(tx, award)
  const left = leftOf(award, {
    awardPence: counted.awardPence - order.countedPence,
    fundPence: counted.fundPence - order.countedPence,
  })
  const cost = orderCost(terms, order.vat)
  const over = cost.countedPence > order.countedPence ? beyond(cost, left) : undefined
  if (over !== undefined) return { ...over, days: daysWithin(over.leftPence, terms, order.vat) }
  const netPence = (await deliverablesOf(tx, order.id)).reduce((sum, each) => sum + each.netPence, 0)
  return cost.netPence < netPence ? { code: 'below-deliverables', netPence } : undefined
}

const record = (
  tx: Tx,
  person: SignedIn,
  order: Order,
  event: Omit<Parameters<typeof recordSupport>[3], 'objectId'>,
): Promise<void> => recordSupport(tx, person, order.fundId, { ...event, objectId: order.reference })
