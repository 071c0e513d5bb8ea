import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { mayIn } from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { insertNote, lastRound } from './weighing.store.ts'

/** What is wrong with a note. */
export type NoteProblem =
  | { readonly code: 'kind-missing' }
  | { readonly code: 'note-missing' }
  | { readonly code: 'note-too-long'; readonly most: number }

const most = 3000

export type NoteTyped = { readonly kind: string; readonly criterion: string; readonly text: string }

type Asked = { readonly reference: string; readonly typed: NoteTyped; readonly at: Date }

/**
 * Adds to what was said of the weights and scores: a note of the discussion, or the dissent of the person who writes it, which
 * stands in the report under their name.
 *
 * @throws {NotFound} if this person neither scores nor facilitates in it, or no round was begun
 */
export async function addNote(
  services: Services,
  actor: Actor,
  { reference, typed, at }: Asked,
): Promise<Result<null, NoteProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, 'read')
    const { roles, id: reviewId } = opened.review
    const round = await lastRound(tx, reviewId)
    if (round === undefined || !(mayIn(roles, 'score') || mayIn(roles, 'facilitate'))) throw notFound('weighing')
    const text = typed.text.trim()
    const { kind } = typed
    if (kind !== 'discussion' && kind !== 'dissent') return refused({ code: 'kind-missing' } as const)
    if (text === '') return refused({ code: 'note-missing' } as const)
    if (text.length > most) return refused({ code: 'note-too-long', most } as const)
    const criterion = round.criteria.find(({ id }) => id === typed.criterion)?.id ?? null
    const by = opened.actor.personId
    await insertNote(tx, round, { id: services.newId(), kind, criterion, text, at, by })
    await recordReview(tx, opened, {
      action: 'review.weighing-noted',
      at,
      facts: { round: round.round, kind, criterion },
    })
    return done(null)
  })
}
