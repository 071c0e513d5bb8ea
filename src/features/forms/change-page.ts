import type { Form, FormPage } from '../../core/forms/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { slug } from '../../core/text/slug.ts'
import type { Services } from '../../platform/services.ts'
import { freeName, idsOf } from './build-question.ts'
import { withoutReaders } from './building/change-section.ts'
import { removalHash, withoutPage } from './building/read-parts.ts'
import { changeDraft, type DraftAsked, unnamed } from './change-draft.ts'
import type { FormProblem } from './form-problem.ts'
import type { FormVersion } from './forms.store.ts'
import { type PageTyped, pageHash } from './page-typed.ts'

/**
 * Changes the title and guidance of a page of a draft.
 *
 * @param asked `seen`: the hash of the page as it was shown, by {@link pageHash}
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function changePage(
  services: Services,
  asked: DraftAsked & { readonly pageId: string; readonly seen: string; readonly typed: PageTyped },
): Promise<Result<FormVersion, FormProblem>> {
  const { pageId, seen, typed } = asked
  return await changeDraft(services, asked, { done: 'page-changed', page: pageId }, (form) => {
    const before = form.pages.find(({ id }) => id === pageId)
    if (before === undefined) return refused({ code: 'gone-meanwhile', what: 'page', ...unnamed })
    if (pageHash(before, services) !== seen) return refused({ code: 'changed-meanwhile', what: 'page', ...unnamed })
    if (typed.title.trim() === '') return refused({ code: 'page-title-missing' })
    const page = withWords(before, typed)
    return done({ ...form, pages: form.pages.map((each) => (each.id === pageId ? page : each)) })
  })
}

/**
 * Adds a page at the end of a draft, in its last section if it has sections.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function addPage(
  services: Services,
  asked: DraftAsked & { readonly typed: PageTyped },
): Promise<Result<FormVersion, FormProblem>> {
  const { typed } = asked
  return await changeDraft(services, asked, { done: 'page-added' }, (form, earlier) => {
    if (typed.title.trim() === '') return refused({ code: 'page-title-missing' })
    const taken = new Set([form, ...earlier].flatMap((each) => [...idsOf(each)]))
    const id = freeName(slug(typed.title, 40) || 'page', taken)
    const page = withWords({ id, title: '', questions: [] }, typed)
    return done({ ...form, pages: [...form.pages, page], ...sectionsWith(form, id) })
  })
}

function sectionsWith({ sections }: Form, pageId: string): Pick<Form, 'sections'> {
  const last = sections?.at(-1)
  if (sections === undefined || last === undefined) return {}
  return { sections: sections.with(-1, { ...last, pages: [...last.pages, pageId] }) }
}

/**
 * Takes a page and its questions out of a draft, unless something that stays reads an answer of theirs: then all that does
 * is named.
 *
 * @param asked `seen`: the hash of the page as it was shown, by {@link removalHash}
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function removePage(
  services: Services,
  asked: DraftAsked & { readonly pageId: string; readonly seen: string },
): Promise<Result<FormVersion, FormProblem>> {
  const { pageId } = asked
  return await changeDraft(services, asked, { done: 'page-removed', page: pageId }, (form) => {
    const page = form.pages.find(({ id }) => id === pageId)
    if (page === undefined) return done(form)
    if (removalHash(form, [pageId], services) !== asked.seen)
      return refused({ code: 'changed-meanwhile', what: 'page', ...unnamed })
    return withoutReaders(form, withoutPage(form, pageId), [pageId], page.title)
  })
}

/** Words that were cited from elsewhere lose their source once they are others. */
function withWords(page: FormPage, typed: PageTyped): FormPage {
  const [title, guidance] = [typed.title.trim(), typed.guidance.trim()]
  const { guidance: before = '', source, ...rest } = page
  const same = title === page.title && guidance === before.trim()
  return { ...rest, title, ...(guidance !== '' && { guidance }), ...(same && source !== undefined && { source }) }
}
