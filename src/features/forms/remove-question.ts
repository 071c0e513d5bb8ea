import { findQuestion } from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { changeDraft, type DraftAsked, partHash, unnamed, withQuestions } from './change-draft.ts'
import { findDependants } from './find-dependants.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'

/**
 * Takes a question out of a draft, unless something of the form reads its answer: then all that does is named.
 *
 * @param asked `seen`: the hash of the question as the page showed it
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function removeQuestion(
  services: Services,
  asked: DraftAsked & { readonly questionId: string; readonly seen: string },
): Promise<Result<FormVersion, FormProblem>> {
  const { questionId, seen } = asked
  return await changeDraft(services, asked, { done: 'question-removed', question: questionId }, (form) => {
    const question = findQuestion(form, questionId)
    // Somebody removed it already: what was asked for is so.
    if (question === undefined) return done(form)
    if (partHash(question, services) !== seen)
      return refused({ code: 'changed-meanwhile', what: 'question', ...unnamed })
    const dependants = findDependants(form, questionId)
    if (dependants.length > 0) {
      return refused(...dependants.map((dependant) => ({ code: 'question-needed' as const, ...dependant })))
    }
    const group = form.pages
      .flatMap(({ questions }) => questions)
      .find((each) => each.type === 'repeating-group' && each.questions.some(({ id }) => id === questionId))
    if (group?.type === 'repeating-group' && group.questions.length === 1) return refused({ code: 'last-in-group' })
    return done(withQuestions(form, (questions) => questions.filter(({ id }) => id !== questionId)))
  })
}
