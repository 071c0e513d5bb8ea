import { type Answers, answerOf, isAnswered } from './answers.ts'
import type { Form, Question } from './definition.ts'
import { sameWay, takes } from './fit-answer.ts'
import { questionsOf } from './form-questions.ts'
import { type SplitAnswer, splitAnswer } from './split-answer.ts'

/** An answer that another version of the form has no place for, or not for all of it. */
export type AnswerSetAside = {
  /** As it was asked. */
  readonly question: Question
  /** `gone`: it is not asked any more. `unfit`: it is asked in a way that this cannot be an answer to. */
  readonly reason: 'gone' | 'unfit'
  /** Where only parts of it do not fit: those, and what stays. */
  readonly split?: SplitAnswer
}

/**
 * Which answers to one version of a form have no place in another. Questions are the same by their ids; an answer stays
 * where the question is still asked, in the same way or one that takes such an answer. That it is too long now, or wrong
 * otherwise, is for its writer to put right. Of a group or a table only the parts go that do not fit, of several choices
 * only those that are not offered any more.
 *
 * @param before the form that was answered
 * @param after a form that `checkDefinition` accepted
 * @returns in the order of the form that was answered
 */
export function answersSetAside(before: Form, after: Form, answers: Answers): readonly AnswerSetAside[] {
  const top = new Map(questionsOf(after).map((question) => [question.id, question]))
  return questionsOf(before).flatMap((question): readonly AnswerSetAside[] => {
    const value = answerOf(answers, question.id)
    if (!isAnswered(value)) return []
    const now = top.get(question.id)
    if (now === undefined) return [{ question, reason: 'gone' }]
    const split = splitAnswer(question, now, value)
    if (split !== undefined && takes(now, split.kept)) return [{ question, reason: 'unfit', split }]
    return sameWay(question.type, now.type) && takes(now, value) ? [] : [{ question, reason: 'unfit' }]
  })
}
