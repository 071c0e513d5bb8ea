import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import type { RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { type ClosedProblem, holdBeforeClose } from './hold-before-close.ts'
import { insertQuestion, removeQuestion } from './questions.store.ts'
import { shortlistedOf } from './read-shortlisted.ts'

export type QuestionProblem =
  | { readonly code: 'question-missing' | 'question-too-long'; readonly field: 'question' }
  | ClosedProblem

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

const longest = 500

/**
 * Adds a question for every interview, or for one. What assessors' doubts suggest is only written once somebody has looked at
 * it and sends it, as it stands or in other words.
 *
 * @param reference of one interview; undefined: of all
 * @throws {NotFound} if the round is not theirs to run, or the application not on the shortlist
 */
export async function addQuestion(
  { db, newId }: Services,
  {
    actor,
    path,
    at,
    reference,
    question: typed,
    criterionId,
  }: Asked & { readonly reference: string | undefined; readonly question: string; readonly criterionId: string },
): Promise<Result<undefined, QuestionProblem>> {
  const question = typed.trim()
  return await db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    const application = (await shortlistedOf(tx, round.id)).find((each) => each.reference === reference)
    if (reference !== undefined && application === undefined) throw notFound('interview')
    if (question === '') return refused<QuestionProblem>({ code: 'question-missing', field: 'question' })
    if (question.length > longest) return refused<QuestionProblem>({ code: 'question-too-long', field: 'question' })
    const id = newId()
    const row = { id, roundId: round.id, applicationId: application?.id ?? null, question, criterionId }
    await insertQuestion(tx, { ...row, at, by: personIdOf(actor) })
    await recordDoing(tx, { round, actor, at }, 'interview.question-added', { questionId: id, criterionId }, reference)
    return done(undefined)
  })
}

/** Takes a question back. @throws {NotFound} if there is none in the round, or the round is not theirs to run */
export async function dropQuestion(
  { db }: Services,
  { actor, path, at, questionId }: Asked & { readonly questionId: string },
): Promise<Result<undefined, QuestionProblem>> {
  return await db.transaction().execute(async (tx) => {
    const held = await holdBeforeClose(tx, actor, 'interview:run', path)
    if (!held.ok) return held
    const round = held.value
    if (!(await removeQuestion(tx, round.id, questionId, at))) throw notFound('question')
    await recordDoing(tx, { round, actor, at }, 'interview.question-removed', { questionId })
    return done(undefined)
  })
}
