import { notFound } from '../../../core/errors.ts'
import { followUpOn } from '../../../core/experts/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Services } from '../../../platform/services.ts'
import { markState } from '../asking/requests.store.ts'
import { noteAnsweredMail } from '../experts-mail.messages.ts'
import { expertById } from '../people/experts.store.ts'
import { recordExpert } from '../record-expert.ts'
import { mailPlace, writeTo } from '../write-to.ts'
import { insertFollowUp } from './follow-ups.store.ts'
import { insertNoteAnswer, notesOf } from './notes.store.ts'
import { type AskedRequest, holdRequest } from './open-request.ts'

export type NoteAnswerProblem = { readonly code: 'note-answer-missing' | 'more-missing' | 'no-note-waits' }

/**
 * Accepts the latest advice, or asks for more. Three months after it is accepted the council is asked what it did with it.
 *
 * @throws {NotFound} for anybody but the council that asked
 */
export async function answerNote(
  services: Services,
  actor: Actor,
  {
    answer,
    words,
    ...asked
  }: AskedRequest & { readonly answer: 'accepted' | 'more' | undefined; readonly words: string },
): Promise<Result<undefined, NoteAnswerProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { fund, request, side, actor: person } = await holdRequest(tx, actor, asked)
    if (side !== 'council') throw notFound('request')
    const [last] = await notesOf(tx, request.id)
    if (last === undefined || last.answer !== null || request.state !== 'taken')
      return refused<NoteAnswerProblem>({ code: 'no-note-waits' })
    if (answer === undefined) return refused<NoteAnswerProblem>({ code: 'note-answer-missing' })
    if (answer === 'more' && words.trim() === '') return refused<NoteAnswerProblem>({ code: 'more-missing' })
    const { at } = asked
    const said = { answer, words: words.trim().slice(0, 5000), at, by: person.personId }
    await insertNoteAnswer(tx, { requestId: request.id, number: last.number, ...said })
    if (answer === 'accepted') {
      await markState(tx, request.id, 'advised')
      await insertFollowUp(tx, request.id, followUpOn(isoDay(at)))
    }
    const action = answer === 'accepted' ? 'expert.note-accepted' : 'expert.more-asked'
    const on = ['expert-request', request.id] as const
    const facts = { number: request.number, version: last.number }
    await recordExpert(tx, { action, fundId: fund.id, by: person.personId, at, on, facts })
    const expert = request.expertId === null ? undefined : await expertById(tx, fund.id, request.expertId)
    const of = { ...mailPlace(services, fund), number: request.number, title: request.title }
    const people = expert === undefined ? [] : [{ id: expert.personId, email: expert.email }]
    await writeTo(tx, services, fund, people, (say) => say(noteAnsweredMail)(of, answer === 'accepted'))
    return done(undefined)
  })
}
