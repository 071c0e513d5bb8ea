import { done, type Result, refused } from '../../core/result.ts'
import { slug } from '../../core/text/slug.ts'
import type { Services } from '../../platform/services.ts'
import { buildQuestion, freeName, idsOf, offeredTypes, type QuestionTyped } from './build-question.ts'
import { changeDraft, type DraftAsked, unnamed } from './change-draft.ts'
import type { FormProblem } from './forms.messages.ts'
import type { FormVersion } from './forms.store.ts'

/**
 * Adds a question at the end of a page of a draft. Its id is made from its label, and is none that this form ever had:
 * an answer to one question must never pass for an answer to another.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function addQuestion(
  services: Services,
  asked: DraftAsked & { readonly pageId: string; readonly typed: QuestionTyped },
): Promise<Result<FormVersion, FormProblem>> {
  const { pageId, typed } = asked
  return await changeDraft(services, asked, { done: 'question-added', page: pageId }, (form, earlier) => {
    if (!form.pages.some(({ id }) => id === pageId))
      return refused({ code: 'gone-meanwhile', what: 'page', ...unnamed })
    const type = offeredTypes.find((each) => each === typed.type)
    if (type === undefined) {
      const label: readonly FormProblem[] = typed.label.trim() === '' ? [{ code: 'label-missing' }] : []
      return refused<FormProblem>({ code: 'type-not-chosen' }, ...label)
    }
    const taken = new Set([form, ...earlier].flatMap((each) => [...idsOf(each)]))
    const built = buildQuestion(typed, { type, id: freeName(slug(typed.label, 40) || 'question', taken) })
    if (!built.ok) return built
    const pages = form.pages.map((page) =>
      page.id === pageId ? { ...page, questions: [...page.questions, built.value] } : page,
    )
    return done({ ...form, pages })
  })
}
