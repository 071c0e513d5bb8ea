import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordDoing } from '../record-doing.ts'
import { type Feedback, holdFeedback, markApproved, markDraft } from './feedback.store.ts'
import { textsOf } from './feedback-texts.store.ts'
import { type FeedbackAddress, findFeedback } from './find-feedback.ts'
import { namedIn } from './named-in.ts'

export type ApproveProblem =
  | { readonly code: 'not-ready' | 'changed-meanwhile' | 'own-text' | 'released-already' }
  | { readonly code: 'names-somebody'; readonly item: string; readonly found: string }

/** What tells one marking as ready from the next: of a text that was changed in between, nobody approves the old one. */
export const shownAs = ({ readyAt }: Pick<Feedback, 'readyAt'>): string => readyAt?.toISOString() ?? ''

/** Whether this person had a hand in the text, and so cannot approve it. */
export const isWriter = (actor: Actor, { writerIds, readyBy }: Pick<Feedback, 'writerIds' | 'readyBy'>): boolean =>
  actor.kind === 'person' && (writerIds.includes(actor.personId) || readyBy === actor.personId)

/**
 * Approves the text that the page showed: somebody who wrote none of it.
 *
 * @throws {NotFound} if it is not this person's to approve
 */
export async function approveFeedback(
  { db }: Services,
  { shown, at, ...address }: FeedbackAddress & { readonly shown: string; readonly at: Date },
): Promise<Result<undefined, ApproveProblem>> {
  return await db.transaction().execute(async (tx) => {
    const { actor, reference } = address
    const before = await findFeedback(tx, 'feedback:approve', address)
    if (before.subject === undefined || actor.kind !== 'person') return refused<ApproveProblem>({ code: 'not-ready' })
    await holdFeedback(tx, before.subject.id)
    const { round, release, subject, feedback } = await findFeedback(tx, 'feedback:approve', address)
    if (release !== undefined) return refused<ApproveProblem>({ code: 'released-already' })
    if (subject === undefined || feedback?.state !== 'ready') return refused<ApproveProblem>({ code: 'not-ready' })
    if (shownAs(feedback) !== shown) return refused<ApproveProblem>({ code: 'changed-meanwhile' })
    if (isWriter(actor, feedback)) return refused<ApproveProblem>({ code: 'own-text' })
    const named = await namedIn(tx, round.id, subject, await textsOf(tx, subject.id))
    const certain = named.filter((each) => each.certain)
    if (certain.length > 0)
      return refused(...certain.map(({ item, found }): ApproveProblem => ({ code: 'names-somebody', item, found })))
    await markApproved(tx, { applicationId: subject.id, at, by: actor.personId })
    await recordDoing(tx, { round, actor, at }, 'feedback.approved', {}, reference)
    return done(undefined)
  })
}

/** Makes it a draft again, whoever had approved it. @throws {NotFound} if there is none, or it is not theirs to write */
export async function reopenFeedback(
  { db }: Services,
  { at, ...address }: FeedbackAddress & { readonly at: Date },
): Promise<Result<undefined, { readonly code: 'released-already' | 'not-ready' }>> {
  return await db.transaction().execute(async (tx) => {
    const { round, release, subject } = await findFeedback(tx, 'award:run', address)
    if (release !== undefined) return refused({ code: 'released-already' })
    const state = subject && (await holdFeedback(tx, subject.id))
    if (subject === undefined || state === undefined || state === 'draft') return refused({ code: 'not-ready' })
    await markDraft(tx, subject.id)
    const { actor, reference } = address
    if (actor.kind !== 'person') throw notFound('feedback')
    await recordDoing(tx, { round, actor, at }, 'feedback.reopened', { before: state }, reference)
    return done(undefined)
  })
}
