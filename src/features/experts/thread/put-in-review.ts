import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { addAdvice, reviewOfAward } from '../../reviews/index.ts'
import { recordExpert } from '../record-expert.ts'
import { notesOf } from './notes.store.ts'
import { type AskedRequest, holdRequest } from './open-request.ts'

/**
 * Puts the accepted advice into the strategic review that the award pays for.
 *
 * @returns the address where the review says what was done about it
 * @throws {NotFound} for anybody but those of the council who write the review, and before the advice is accepted
 */
export async function putInReview(services: Services, actor: Actor, asked: AskedRequest): Promise<string> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    const [note] = await notesOf(tx, request.id)
    const review = await reviewOfAward(tx, actor, request.reference)
    if (side !== 'council' || note?.answer !== 'accepted' || review === undefined) throw notFound('review')
    const { at } = asked
    const advice = { title: request.title, by: note.expert, givenAt: note.writtenAt, says: note.advice }
    const address = await addAdvice(tx, services, actor, { review, advice, at })
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number, review: review.reference }
    const action = 'expert.note-put-in-review'
    await recordExpert(tx, { action, fundId: fund.id, by: person.personId, at, on, facts })
    return address
  })
}
