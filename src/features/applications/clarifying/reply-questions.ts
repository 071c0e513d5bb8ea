import type { Form, Question } from '../../../core/forms/index.ts'
import type { AnswerRequest } from './answer-requests.store.ts'
import { papersQuestion } from './papers-question.ts'

/** Questions whose reply is an answer of the same kind. Of the others it is a text, since what is asked is a word about them. */
const sameKind: ReadonlySet<Question['type']> = new Set([
  'short-text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'radios',
  'checkboxes',
  'select',
  'email',
  'phone',
  'percentage',
  'file',
])

/**
 * The question as it is replied to: as the form asks it, or as a text when its answer is a table, a list or a body.
 * Whatever it depended on does not hide it.
 */
export function replyQuestion(form: Form, questionId: string): Question | undefined {
  if (questionId === papersQuestion.id) return papersQuestion
  const question = form.pages.flatMap((page) => page.questions).find(({ id }) => id === questionId)
  if (question === undefined) return undefined
  if (!sameKind.has(question.type)) return { type: 'long-text', id: questionId, label: question.label, maxWords: 500 }
  const { showIf: _, ...always } = question
  return always as Question
}

/** The questions of a request as they are replied to, and papers that go with the reply. */
export const replyQuestions = (form: Form, { questions }: Pick<AnswerRequest, 'questions'>): readonly Question[] => [
  ...questions
    .filter(({ questionId }) => questionId !== papersQuestion.id)
    .flatMap(({ questionId }) => replyQuestion(form, questionId) ?? []),
  papersQuestion,
]

/** A form of these questions alone, for their fields and their checks. */
export const formOf = (questions: readonly Question[]): Form => ({
  id: 'reply',
  title: '',
  pages: [{ id: 'reply', title: '', questions: [...questions] }],
})
