import type { ReplyVersion } from '../../../core/assessment/index.ts'
import { answerWords, type FrozenApplication } from '../../../core/forms/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { formVersionById } from '../../forms/index.ts'
import { latestRepliesOf } from './answer-requests.store.ts'
import { replyQuestion } from './reply-questions.ts'

/** What an applicant said last of an answer after the deadline, a line each. `late`: after the day that was set. */
export type ClarifiedAnswer = {
  readonly lines: readonly string[]
  readonly late: boolean
  readonly reply: ReplyVersion
}

/**
 * The answers of some applications that were clarified, by the id of the application and then of the question: the latest
 * reply to the latest request. The answers as submitted stay what they are.
 *
 * @param contents what was submitted, by the id of the application: replies to other questions are left out
 */
export async function clarifiedAnswers(
  db: Database,
  contents: ReadonlyMap<string, FrozenApplication>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, ClarifiedAnswer>>> {
  const found = new Map<string, Map<string, ClarifiedAnswer>>()
  const replies = await latestRepliesOf(db, [...contents.keys()])
  for (const { applicationId, formVersionId, questionId, request, version, value, late } of replies) {
    const form = (await formVersionById(db, formVersionId))?.definition
    const question = form && replyQuestion(form, questionId)
    const content = contents.get(applicationId)
    const asked = content?.pages.some((page) => page.questions.some(({ id }) => id === questionId)) === true
    if (question === undefined || !asked) continue
    const of = found.get(applicationId) ?? new Map<string, ClarifiedAnswer>()
    found.set(
      applicationId,
      of.set(questionId, { lines: answerWords(question, value), late, reply: { request, version } }),
    )
  }
  return found
}
