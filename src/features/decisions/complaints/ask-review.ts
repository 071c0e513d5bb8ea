import { type ComplaintTerms, datesOf, daysAfter, longestWords } from '../../../core/complaints/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import { type IsoDay, isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { originForMail } from '../../guidance/index.ts'
import { mailTeam } from '../awarding/mail-council.ts'
import { reviewMail } from './complaint-mail.messages.ts'
import { insertReview } from './complaint-steps.store.ts'
import { termsOf } from './complaint-terms.store.ts'
import { type KeptComplaint, replyAt } from './complaints.store.ts'
import { holdOwnComplaint } from './open-own.ts'
import { recordComplaint } from './record-complaint.ts'

export type ReviewProblem =
  | { readonly code: 'review-too-thin' | 'review-too-long' | 'not-replied' | 'review-asked-already' }
  | { readonly code: 'review-late'; readonly lastOn: IsoDay }

/** The last day on which a review can be asked for; null before the first reply. */
export function lastDayForReview(
  complaint: Pick<KeptComplaint, 'replies'>,
  { windowDays }: Pick<ComplaintTerms, 'windowDays'>,
): IsoDay | null {
  const reply = replyAt(complaint, 'first')
  return reply === undefined ? null : daysAfter(isoDay(reply.repliedAt), windowDays)
}

type Request = { readonly reference: string; readonly number: number; readonly words: string; readonly at: Date }

/**
 * Asks that somebody else looks again, once and within the days that the round gives after a reply.
 *
 * @throws {NotFound} if it is not this person's complaint
 */
export async function askReview(
  services: Services,
  actor: Actor,
  { words: typed, at, ...asked }: Request,
): Promise<Result<undefined, ReviewProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, complaint, actor: person } = await holdOwnComplaint(tx, actor, { ...asked, at })
    const words = typed.trim()
    if (replyAt(complaint, 'first') === undefined) return refused<ReviewProblem>({ code: 'not-replied' })
    if (complaint.review !== null) return refused<ReviewProblem>({ code: 'review-asked-already' })
    const terms = await termsOf(tx, round)
    const lastOn = lastDayForReview(complaint, terms)
    if (lastOn !== null && isoDay(at) > lastOn) return refused<ReviewProblem>({ code: 'review-late', lastOn })
    if (!hasSubstance(words)) return refused<ReviewProblem>({ code: 'review-too-thin' })
    if (words.length > longestWords) return refused<ReviewProblem>({ code: 'review-too-long' })
    const { replyBy } = datesOf(isoDay(at), terms)
    const by = person.personId
    await insertReview(tx, complaint.id, { words, replyBy, at, by })
    await recordComplaint(tx, { round, complaint, at, by }, 'complaint.review-asked', { replyBy })
    const about = { ...complaint, round, fund: round.fund, origin: originForMail(services.config), replyBy }
    await mailTeam(tx, services, round, { kind: 'complaint-review-asked', words: (say) => say(reviewMail)(about) })
    return done(undefined)
  })
}
