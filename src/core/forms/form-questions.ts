import type { Form, Question, SimpleQuestion } from './definition.ts'

/** Every question that stands on a page, in the order of the form; those in a repeating group are inside it. */
export const questionsOf = (form: Form): readonly Question[] => form.pages.flatMap((page) => page.questions)

/** The questions that a question holds: none but for a repeating group. */
export const childrenOf = (question: Question): readonly SimpleQuestion[] =>
  question.type === 'repeating-group' ? question.questions : []

/** The question with that id, wherever it stands; undefined if there is none. */
export const findQuestion = (form: Form, id: string): Question | undefined =>
  questionsOf(form)
    .flatMap((question) => [question, ...childrenOf(question)])
    .find((question) => question.id === id)
