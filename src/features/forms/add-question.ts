import { type Form, findQuestion } from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { slug } from '../../core/text/slug.ts'
import type { Services } from '../../platform/services.ts'
import { buildQuestion, freeName, idsOf, offeredTypes, startedQuestion, typesInGroups } from './build-question.ts'
import { changeDraft, type DraftAsked, unnamed, withQuestions } from './change-draft.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'
import type { QuestionTyped } from './question-typed.ts'

/**
 * Adds a question at the end of a page of a draft, or of a repeating group. Its id is made from its label, and is none that this form ever had:
 * an answer to one question must never pass for an answer to another.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function addQuestion(
  services: Services,
  asked: DraftAsked & { readonly pageId: string; readonly groupId?: string; readonly typed: QuestionTyped },
): Promise<Result<FormVersion, FormProblem>> {
  const { pageId, groupId, typed } = asked
  return await changeDraft(services, asked, { done: 'question-added', page: pageId }, (form, earlier) => {
    const within = groupId ?? pageId
    const there = groupId === undefined ? form.pages.some(({ id }) => id === pageId) : isGroup(form, groupId)
    if (!there)
      return refused({ code: 'gone-meanwhile', what: groupId === undefined ? 'page' : 'question', ...unnamed })
    const type = (groupId === undefined ? offeredTypes : typesInGroups).find((each) => each === typed.type)
    if (type === undefined) {
      const label: readonly FormProblem[] = typed.label.trim() === '' ? [{ code: 'label-missing' }] : []
      return refused<FormProblem>({ code: 'type-not-chosen' }, ...label)
    }
    const taken = new Set([form, ...earlier].flatMap((each) => [...idsOf(each)]))
    const built = buildQuestion(typed, startedQuestion(type, freeName(slug(typed.label, 40) || 'question', taken)))
    if (!built.ok) return built
    return done(withQuestions(form, (questions, place) => (place === within ? [...questions, built.value] : questions)))
  })
}

const isGroup = (form: Form, id: string): boolean => findQuestion(form, id)?.type === 'repeating-group'
