import { changedTerms } from '../../../core/awards/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { termsDeclinedMail } from './award-mail.messages.ts'
import type { SigningProblem } from './awarding.messages.ts'
import { insertTermsDeclined, lockAward, updateCommitted } from './awards.store.ts'
import { mailTeam, ofAward } from './mail-council.ts'
import { openAward } from './open-award.ts'
import { recordOfAward, withAgreement } from './with-agreement.ts'

/**
 * Declines changed terms for a council that has accepted, within the days for it: what was agreed stays in force, and the
 * money that the change would have taken is free again.
 *
 * @throws {NotFound} if this person neither acts nor signs for the council
 */
export async function declineTerms(
  services: Services,
  actor: Actor,
  request: {
    readonly reference: string
    readonly reason: string
    /** The hash of the agreement that the page showed. */
    readonly sha256: string
    readonly at: Date
  },
): Promise<Result<undefined, SigningProblem>> {
  const { at, reference, sha256 } = request
  const reason = request.reason.trim().slice(0, 2000)
  return await services.db.transaction().execute(async (tx) => {
    await lockAward(tx, reference)
    const held = await withAgreement(tx, await openAward(tx, actor, request))
    if (held === undefined) return refused({ code: 'award-not-open' })
    const { award, last, opened, round } = held
    const stand = changedTerms(award, { ...last, declined: last.declined !== null }, at)
    if (stand === undefined) return refused({ code: 'award-not-open' })
    if (last.sha256 !== sha256) return refused({ code: 'changed-while-reading' })
    if (!stand.mayDecline) return refused({ code: 'too-late-to-decline', until: stand.until })
    if (!opened.known) return refused({ code: 'address-not-known', email: opened.actor.email })
    if (reason === '') return refused({ code: 'terms-reason-missing' })
    const by = opened.actor.personId
    await insertTermsDeclined(tx, award.id, { number: last.number, reason, at, by })
    await updateCommitted(tx, award.id, award.pounds)
    await recordOfAward(tx, held, at, 'award.terms-declined', { number: last.number, reason })
    const mail = (say: Say) => say(termsDeclinedMail)(ofAward(services, round, award), last.number, reason)
    await mailTeam(tx, services, round, { kind: 'award-terms-declined', words: mail })
    return done(undefined)
  })
}
