import type { Form, Question } from '../../../core/forms/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { buildQuestion, type NewQuestion, offeredTypes, startedQuestion } from '../build-question.ts'
import type { FormProblem } from '../form-problem.ts'
import { questionFields } from '../pages/question-fields.ts'
import type { QuestionTyped } from '../question-typed.ts'

type Before = Question | NewQuestion

const newQuestion = (typed: QuestionTyped): Before =>
  startedQuestion(offeredTypes.find((type) => type === typed.type) ?? 'short-text', 'preview')

/** What stops a question from being shown as it was typed. */
export function problemsOf(typed: QuestionTyped, before: Question | undefined): readonly FormProblem[] {
  const built = buildQuestion(typed, before ?? newQuestion(typed))
  return built.ok ? [] : built.problems
}

/** A question as applicants would see it, unless something is wrong with it. @param before the one it takes the place of */
export function previewOf(typed: QuestionTyped, before: Question | undefined): SafeHtml | undefined {
  const built = buildQuestion(typed, before ?? newQuestion(typed))
  if (!built.ok) return undefined
  const { showIf: _, ...rest } = built.value
  const question = { ...rest, id: 'preview-of-question' } as Question
  const form: Form = { id: 'preview', title: 'Preview', pages: [{ id: 'page', title: 'Page', questions: [question] }] }
  return html`${questionFields({ form, questions: [question], answers: {}, problems: [] })}`
}
