import { type Answers, answerOf, isAnswered } from './answers.ts'
import type { Form, Question } from './definition.ts'
import { findQuestion, questionsOf } from './form-questions.ts'
import { validateDraft } from './validate.ts'

/** An answer that another version of the form has no place for. */
export type AnswerSetAside = {
  /** As it was asked. */
  readonly question: Question
  /** `gone`: it is not asked any more. `unfit`: it is asked in a way that this cannot be an answer to. */
  readonly reason: 'gone' | 'unfit'
}

/** Types between which an answer stays what it was. */
const families: readonly (readonly Question['type'][])[] = [
  ['short-text', 'long-text', 'email', 'phone', 'url'],
  ['whole-number', 'number', 'money', 'percentage'],
  ['radios', 'select'],
]

/**
 * Which answers to one version of a form have no place in another. Questions are the same by their ids; an answer stays
 * where the question is still asked, in the same way or one that takes such an answer. That it is too long now, or wrong
 * otherwise, is for its writer to put right.
 *
 * @param before the form that was answered
 * @param after a form that `checkDefinition` accepted
 * @returns in the order of the form that was answered
 */
export function answersSetAside(before: Form, after: Form, answers: Answers): readonly AnswerSetAside[] {
  const top = new Map(questionsOf(after).map((question) => [question.id, question]))
  return questionsOf(before).flatMap((question): readonly AnswerSetAside[] => {
    if (!isAnswered(answerOf(answers, question.id))) return []
    const now = top.get(question.id)
    if (now === undefined) return [{ question, reason: 'gone' }]
    return sameWay(question, now) && takes(after, now, answers) ? [] : [{ question, reason: 'unfit' }]
  })
}

const sameWay = ({ type: before }: Question, { type: after }: Question): boolean =>
  before === after || families.some((family) => family.includes(before) && family.includes(after))

/** What of an answer's shape another version can contradict: an option, a column or a part that is not there. */
const shapeCodes: readonly string[] = ['not-an-option', 'not-an-item', 'not-a-list', 'not-yes-or-no', 'not-text']

function takes(after: Form, { id }: Question, answers: Answers): boolean {
  const value = answerOf(answers, id)
  if (value === undefined || findQuestion(after, id) === undefined) return false
  // Asked by itself, so that conditions on other answers do not hide it.
  const alone: Form = {
    ...after,
    pages: after.pages.map(({ showIf: _, ...page }) => ({
      ...page,
      questions: page.questions
        .filter((question) => question.id === id)
        .map(({ showIf: __, ...rest }) => rest as Question),
    })),
  }
  return !validateDraft(alone, { [id]: value }).some(({ code }) => shapeCodes.includes(code))
}
