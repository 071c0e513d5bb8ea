import type { Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import {
  type Answers,
  isAnswered,
  type PostedFields,
  type Problem,
  type Question,
  readAnswer,
  validateSubmission,
} from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { answerRequestState } from '../../../core/rounds/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { fileProblems, formVersionById, knowFiles } from '../../forms/index.ts'
import { openApplication } from '../open-application.ts'
import { type AnswerRequest, addPapers, insertReply, lockRequest, requestsOf } from './answer-requests.store.ts'
import { papersQuestion } from './papers-question.ts'
import { formOf, replyQuestions } from './reply-questions.ts'

export type ReplyProblem =
  | { readonly code: 'request-closed'; readonly closedAt: Date }
  | { readonly code: 'nothing-replied' }
  | { readonly code: 'reply'; readonly problem: Problem }

type Request = {
  readonly reference: string
  readonly number: number
  readonly fields: PostedFields
  readonly receivedAt: Date
}

/**
 * Replies to what was asked about an application: each reply is a new version beside the answer as submitted, which
 * stays. Questions left as they were last replied to get no new version.
 *
 * @throws {NotFound} if the application is not this person's to write, or has no such request
 */
export async function replyToRequest(
  services: Services,
  actor: Actor,
  { reference, number, fields, receivedAt }: Request,
): Promise<Result<{ readonly replied: number; readonly late: boolean }, ReplyProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await openApplication(tx, actor, { reference, questions: [], need: 'write', at: receivedAt })
    const { application } = opened
    const found = (await requestsOf(tx, application.id)).find((each) => each.number === number)
    if (found === undefined || application.state !== 'submitted') throw notFound('request')
    await lockRequest(tx, found.id)
    const request = (await requestsOf(tx, application.id)).find((each) => each.number === number) ?? found
    const state = answerRequestState(request, receivedAt)
    if (state === 'closed') return refused({ code: 'request-closed', closedAt: request.closedAt ?? receivedAt })
    const version = await formVersionById(tx, application.formVersionId)
    const questions = version === undefined ? [] : replyQuestions(version.definition, request)
    const replies = await knownReplies(tx, reference, questions, repliesOf(request, questions, fields))
    if (replies.length === 0) return refused({ code: 'nothing-replied' })
    const problems = [
      ...problemsOf(questions, replies),
      ...(await fileProblems(tx, { type: 'application', id: reference }, questions, asAnswers(replies))),
    ]
    if (problems.length > 0) return refused(...problems.map((problem) => ({ code: 'reply' as const, problem })))
    const late = state === 'overdue'
    const made = { requestId: request.id, repliedAt: receivedAt, repliedBy: opened.actor.personId, late }
    if (replies.some(({ questionId }) => questionId === papersQuestion.id)) await addPapers(tx, request.id)
    for (const reply of replies) await insertReply(tx, { ...made, ...reply })
    await recordEvent(tx, {
      action: 'application.answers-clarified',
      actorId: opened.actor.personId,
      fundId: application.fundId,
      objectType: 'application',
      objectId: reference,
      at: receivedAt,
      facts: { number, late, versions: Object.fromEntries(replies.map((each) => [each.questionId, each.version])) },
    })
    return done({ replied: replies.length, late })
  })
}

type NewReply = { readonly questionId: string; readonly version: number; readonly value: Json }

/** What was posted and is neither blank nor the same as the last reply. */
function repliesOf(request: AnswerRequest, questions: readonly Question[], fields: PostedFields): readonly NewReply[] {
  return questions.flatMap((question) => {
    const value = readAnswer(question, fields)
    const replies = request.questions.find(({ questionId }) => questionId === question.id)?.replies ?? []
    const last = replies.at(-1)
    if (value === undefined || value === null) return []
    if (last !== undefined && JSON.stringify(last.value) === JSON.stringify(value)) return []
    return [{ questionId: question.id, version: (last?.version ?? 0) + 1, value }]
  })
}

/** The replies with their files as they were kept: what a page says of a file is a stranger's word. */
async function knownReplies(
  tx: Tx,
  reference: string,
  questions: readonly Question[],
  replies: readonly NewReply[],
): Promise<readonly NewReply[]> {
  const asked = new Map(questions.map((question) => [question.id, question]))
  const posted = replies.flatMap((reply) => {
    const question = asked.get(reply.questionId)
    return question === undefined ? [] : [{ ...reply, question }]
  })
  const known = await knowFiles(tx, { type: 'application', id: reference }, posted)
  return known.flatMap(({ questionId, version, value }) =>
    value === undefined || !isAnswered(value) ? [] : [{ questionId, version, value }],
  )
}

const asAnswers = (replies: readonly NewReply[]): Answers =>
  Object.fromEntries(replies.map(({ questionId, value }) => [questionId, value]))

function problemsOf(questions: readonly Question[], replies: readonly NewReply[]): readonly Problem[] {
  const replied = questions.filter(({ id }) => replies.some(({ questionId }) => questionId === id))
  return validateSubmission(formOf(replied), asAnswers(replies))
}
