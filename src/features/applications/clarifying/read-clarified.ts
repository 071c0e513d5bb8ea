import {
  type AnsweredFile,
  answerWords,
  type Form,
  type FrozenApplication,
  filesOf,
} from '../../../core/forms/index.ts'
import { answerRequestState } from '../../../core/rounds/index.ts'
import { type Segment, wordDiff } from '../../../core/text/word-diff.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { formVersionById } from '../../forms/index.ts'
import { type AnswerRequest, requestsOf } from './answer-requests.store.ts'
import { requestStateText } from './clarifying.messages.ts'
import { papersLabel, papersQuestion } from './papers-question.ts'
import { replyQuestion } from './reply-questions.ts'

/** A request as pages show it: each answer as submitted beside every reply, with what the reply says differently. */
export type ShownRequest = {
  readonly number: number
  readonly note: string
  readonly askedBy: string
  readonly asked: string
  readonly due: string
  readonly state: string
  readonly closed: boolean
  readonly questions: readonly ShownQuestion[]
}

export type ShownQuestion = {
  readonly id: string
  readonly label: string
  readonly asked: string
  /** As submitted, a line each; none when it was not answered. */
  readonly original: readonly string[]
  /** The latest one last. */
  readonly replies: readonly {
    readonly version: number
    readonly by: string
    readonly late: boolean
    readonly lines: readonly string[]
    /** Of a question that takes files. */
    readonly files: readonly AnsweredFile[]
    readonly difference: readonly Segment[]
  }[]
}

/** @param form the form that was submitted */
export function shownRequests(
  requests: readonly AnswerRequest[],
  content: FrozenApplication,
  form: Form,
  at: Date,
): readonly ShownRequest[] {
  const frozen = new Map(content.pages.flatMap((page) => page.questions).map((question) => [question.id, question]))
  return requests.map((request) => {
    const state = answerRequestState(request, at)
    return {
      number: request.number,
      note: request.note,
      askedBy: request.authorName,
      asked: ukTimeWithZone(request.createdAt),
      due: ukTimeWithZone(request.dueAt),
      state: requestStateText(
        state,
        request.questions.every(({ replies }) => replies.length > 0),
      ),
      closed: state === 'closed',
      questions: request.questions.map(({ questionId, asked, replies }) => {
        const original = frozen.get(questionId)?.shown ?? []
        const question = replyQuestion(form, questionId)
        return {
          id: questionId,
          label: questionId === papersQuestion.id ? papersLabel : (frozen.get(questionId)?.label ?? questionId),
          asked,
          original,
          replies: replies.map(({ version, value, repliedAt, repliedByName, late }) => {
            const lines = question === undefined ? [] : answerWords(question, value)
            return {
              version,
              by: `${repliedByName}, ${ukTimeWithZone(repliedAt, { seconds: true })}`,
              late,
              lines,
              files: question?.type === 'file' ? filesOf(value) : [],
              difference: wordDiff(original.join('\n'), lines.join('\n')).segments,
            }
          }),
        }
      }),
    }
  })
}

/** What was asked about a submission and replied: one statement, once the process knows the form. */
export async function readClarified(
  db: Database,
  application: { readonly id: string; readonly formVersionId: string },
  content: FrozenApplication,
  at: Date,
): Promise<readonly ShownRequest[]> {
  const requests = await requestsOf(db, application.id)
  if (requests.length === 0) return []
  const version = await formVersionById(db, application.formVersionId)
  return version === undefined ? [] : shownRequests(requests, content, version.definition, at)
}

/** The files of every reply. */
export const repliedFileIds = (requests: readonly ShownRequest[]): readonly string[] =>
  requests.flatMap(({ questions }) =>
    questions.flatMap(({ replies }) => replies.flatMap(({ files }) => files.map(({ id }) => id))),
  )
