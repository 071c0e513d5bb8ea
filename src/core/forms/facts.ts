import type { Answers } from './answers.ts'
import type { Form, Question, SelectQuestion } from './definition.ts'
import { questionsOf } from './form-questions.ts'

/** What is known of an application: the kind of its lead, as the register has it. */
export type Facts = { readonly leadKind: string }

/** Whether the service itself answers a question of an application. */
export const isFact = (question: Question): question is SelectQuestion =>
  question.type === 'select' && question.fact !== undefined

/** Whether a form has such questions. */
export const asksForFacts = (form: Form): boolean => questionsOf(form).some(isFact)

/**
 * The answers to them. A kind that no option has, such as that of a ministry, answers nothing.
 *
 * @example factAnswers(form, { leadKind: 'county' }) // => { 'what-leads': 'county' }
 */
export const factAnswers = (form: Form, { leadKind }: Facts): Answers =>
  Object.fromEntries(
    questionsOf(form)
      .filter(isFact)
      .filter(({ options }) => options.some(({ value }) => value === leadKind))
      .map(({ id }) => [id, leadKind]),
  )
