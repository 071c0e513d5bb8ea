import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import {
  type AnswerProblem,
  type AnswerTyped,
  type PaymentProblem,
  type PaymentTyped,
  readAnswer,
  readPayment,
} from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { type Claim, markChecked, markClaimAnswered, markClaimPaid } from './claims.store.ts'
import { approvedClaimMail, paidClaimMail, refusedClaimMail } from './grants-mail.messages.ts'
import { type Grant, type GrantDoing, holdGrant, isMet, type OpenedGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'

type Asked = GrantDoing & { readonly number: number }

export type ClaimAnswerProblem =
  | AnswerProblem
  | { readonly code: 'nothing-waits' }
  | { readonly code: 'same-person' }
  | { readonly code: 'condition-holds'; readonly condition: string }

/**
 * Checks a claim, or approves it once somebody else has checked it, or refuses it; always with a reason. What a condition
 * holds is not approved.
 *
 * @throws {NotFound} if this person does not run the fund
 */
export async function answerClaim(
  services: Services,
  actor: Actor,
  { number, typed, ...asked }: Asked & { readonly typed: AnswerTyped },
): Promise<Result<null, ClaimAnswerProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'team')
    const { award, grant } = opened
    const claim = claimIn(grant, number)
    if (claim.state !== 'sent' && claim.state !== 'checked') return refused({ code: 'nothing-waits' })
    const read = readAnswer(typed)
    if (!read.ok) return read
    const next = nextState(claim, read.value.answer)
    const problem = next === 'approved' ? whyNotApproved(opened, claim) : undefined
    if (problem !== undefined) return refused(problem)
    const { reason } = read.value
    const said = { reason, at: asked.at, by: opened.actor.personId }
    if (next === 'checked') await markChecked(tx, award.id, number, said)
    else await markClaimAnswered(tx, award.id, number, { ...said, state: next })
    await recordGrant(tx, opened, { action: 'grant.claim-answered', at: asked.at, facts: { number, state: next } })
    if (next === 'approved')
      await tellAward(tx, services, award, 'council', (say) => say(approvedClaimMail)(award, claim))
    if (next === 'refused')
      await tellAward(tx, services, award, 'council', (say) => say(refusedClaimMail)(award, claim, reason))
    return done(null)
  })
}

function nextState({ state }: Claim, answer: 'yes' | 'no'): 'checked' | 'approved' | 'refused' {
  if (answer === 'no') return 'refused'
  return state === 'sent' ? 'checked' : 'approved'
}

function whyNotApproved({ actor, grant }: OpenedGrant, claim: Claim): ClaimAnswerProblem | undefined {
  if (claim.checkedById === actor.personId) return { code: 'same-person' }
  const instalment = grant.instalments.find(({ number }) => number === claim.instalment)
  return instalment === undefined || isMet(instalment, grant.met)
    ? undefined
    : { code: 'condition-holds', condition: instalment.condition }
}

/** Says on which day an approved claim was paid, and under which reference. @throws {NotFound} if this person does not run the fund */
export async function payClaim(
  services: Services,
  actor: Actor,
  { number, typed, ...asked }: Asked & { readonly typed: PaymentTyped },
): Promise<Result<null, PaymentProblem | { readonly code: 'nothing-waits' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'team')
    const { award, grant } = opened
    const claim = claimIn(grant, number)
    if (claim.state !== 'approved') return refused({ code: 'nothing-waits' })
    const read = readPayment(typed, { from: isoDay(claim.sentAt), today: isoDay(asked.at) })
    if (!read.ok) return read
    await markClaimPaid(tx, award.id, number, { ...read.value, by: opened.actor.personId })
    const { pence } = claim
    await recordGrant(tx, opened, { action: 'grant.paid', at: asked.at, facts: { number, pence, ...read.value } })
    await tellAward(tx, services, award, 'council', (say) => say(paidClaimMail)(award, claim, read.value))
    return done(null)
  })
}

/** A claim of a grant. @throws {NotFound} where there is none of this number */
export function claimIn({ claims }: Grant, number: number): Claim {
  const claim = claims.find((each) => each.number === number)
  if (claim === undefined) throw notFound('claim')
  return claim
}
