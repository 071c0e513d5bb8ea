import { done, type Result, refused } from '../../core/result.ts'
import type { Services } from '../../platform/services.ts'
import { changeDraft, type DraftAsked, unnamed } from './change-draft.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'
import { type PageTyped, pageHash } from './page-typed.ts'

/**
 * Changes the title of the form itself and the guidance before its first page.
 *
 * @param asked `seen`: the hash of the two as they were shown, by {@link pageHash}
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function changeTitle(
  services: Services,
  asked: DraftAsked & { readonly seen: string; readonly typed: PageTyped },
): Promise<Result<FormVersion, FormProblem>> {
  const [title, words] = [asked.typed.title.trim(), asked.typed.guidance.trim()]
  return await changeDraft(services, asked, { done: 'title-changed' }, (form) => {
    if (pageHash(form, services) !== asked.seen)
      return refused({ code: 'changed-meanwhile', what: 'title', ...unnamed })
    if (title === '') return refused({ code: 'page-title-missing' })
    const { guidance: _, ...rest } = form
    return done({ ...rest, title, ...(words !== '' && { guidance: words }) })
  })
}
