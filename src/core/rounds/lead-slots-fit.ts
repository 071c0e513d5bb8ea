import type { Form, QuestionOf } from '../forms/definition.ts'
import type { LeadSlots } from './round-rules.ts'

/** A question whose answer can say of which category an application is. */
export type CategoryQuestion = QuestionOf<'radios' | 'select'>

/** Questions that every applicant answers with one of a few options: only such can say what is counted. */
export const categoryQuestions = (form: Form): readonly CategoryQuestion[] =>
  form.pages
    .filter(({ showIf }) => showIf === undefined)
    .flatMap(({ questions }) => questions)
    .filter((question): question is CategoryQuestion => question.type === 'radios' || question.type === 'select')
    .filter(({ required, showIf }) => required === true && showIf === undefined)

/** Whether a form asks what the slots are counted by: the question is always answered, and each option is a category. */
export function leadSlotsFit({ question, categories }: LeadSlots, form: Form): boolean {
  if (question === null) return true
  const asked = categoryQuestions(form).find(({ id }) => id === question)
  const options = asked?.options.map(({ value }) => value) ?? []
  return options.length === categories.length && categories.every(({ value }) => options.includes(value))
}
