import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type FieldProblem, readText } from '../../../core/rounds/field-problem.ts'
import type { Services } from '../../../platform/services.ts'
import { tellAward } from '../tell-award.ts'
import { claimIn } from './answer-claim.ts'
import { markClaimTakenBack } from './claims.store.ts'
import { takenBackMail } from './grants-mail.messages.ts'
import { type GrantDoing, holdGrant } from './open-grant.ts'
import { recordGrant } from './record-grant.ts'

export type TakeBackProblem = FieldProblem<'take-back-reason'> | { readonly code: 'decided-already' }

/**
 * Takes a claim back that nobody has approved or refused yet, with a reason. Its instalment can be claimed again.
 *
 * @throws {NotFound} if this person does not act for the council, or there is no such claim
 */
export async function takeBackClaim(
  services: Services,
  actor: Actor,
  { number, reason, ...asked }: GrantDoing & { readonly number: number; readonly reason: string },
): Promise<Result<null, TakeBackProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdGrant(tx, actor, asked, 'council')
    const { award, grant } = opened
    const claim = claimIn(grant, number)
    if (claim.state !== 'sent' && claim.state !== 'checked') return refused({ code: 'decided-already' })
    const read = readText('take-back-reason', reason, { most: 2000, needed: true })
    if (!read.ok) return read
    const said = { reason: read.value, at: asked.at, by: opened.actor.personId }
    await markClaimTakenBack(tx, award.id, number, said)
    await recordGrant(tx, opened, { action: 'grant.claim-taken-back', at: asked.at, facts: { number } })
    await tellAward(tx, services, award, 'team', (say) => say(takenBackMail)(award, claim, read.value))
    return done(null)
  })
}
