import { mentionedOf } from '../../core/forms/edit/index.ts'
import { type Form, findQuestion, type Question } from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { buildQuestion } from './build-question.ts'
import { changeDraft, type DraftAsked, partHash, unnamed, withQuestions } from './change-draft.ts'
import { findWhere, readerWords } from './find-dependants.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'
import type { QuestionTyped } from './question-typed.ts'

/**
 * Changes what a question of a draft says and how it may be answered. Its id and its type stay: answers are kept by them.
 *
 * @param asked `seen`: the hash of the question as the page showed it
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function changeQuestion(
  services: Services,
  asked: DraftAsked & { readonly questionId: string; readonly seen: string; readonly typed: QuestionTyped },
): Promise<Result<FormVersion, FormProblem>> {
  const { questionId, seen, typed } = asked
  return await changeDraft(services, asked, { done: 'question-changed', question: questionId }, (form) => {
    const before = findQuestion(form, questionId)
    if (before === undefined) return refused({ code: 'gone-meanwhile', what: 'question', ...unnamed })
    if (partHash(before, services) !== seen) return refused({ code: 'changed-meanwhile', what: 'question', ...unnamed })
    const built = buildQuestion(typed, before)
    if (!built.ok) return built
    const needed = neededOptions(form, before, built.value)
    if (needed.length > 0) return refused(...needed)
    return done(
      withQuestions(form, (questions) => questions.map((each) => (each.id === questionId ? built.value : each))),
    )
  })
}

/** Options that are taken away though a condition, rule or check names them. */
function neededOptions(form: Form, before: Question, after: Question): readonly FormProblem[] {
  if (!('options' in before) || !('options' in after)) return []
  const kept = new Set(after.options.map(({ value }) => value))
  return before.options
    .filter(({ value }) => !kept.has(value))
    .flatMap(({ value, label }) => {
      const readers = findWhere(form, new Set(), ({ when }) => mentionedOf(when, before.id).includes(value))
      const problem = { code: 'option-needed' as const, label, by: readers.map(readerWords) }
      return readers.length > 0 ? [{ code: 'build-wrong' as const, problem }] : []
    })
}
