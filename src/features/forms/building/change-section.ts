import { addSection, dropSection, moveSection, namer, removeSection, takenIds } from '../../../core/forms/edit/index.ts'
import type { Form } from '../../../core/forms/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { slug } from '../../../core/text/slug.ts'
import type { Services } from '../../../platform/services.ts'
import { changeDraft, type DraftAsked, unnamed } from '../change-draft.ts'
import { findReaders, readerWords } from '../find-dependants.ts'
import type { FormProblem } from '../form-problem.ts'
import type { FormVersion } from '../forms.store.ts'
import { wrong } from './change-condition.ts'
import { questionsOnPages, removalHash } from './read-parts.ts'

type Changed = Promise<Result<FormVersion, FormProblem>>

/**
 * Begins a section at a page of a draft: a heading in the list of tasks for it and the pages after it.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function startSection(
  services: Services,
  asked: DraftAsked & { readonly title: string; readonly from: string },
): Changed {
  const { from } = asked
  const title = asked.title.trim()
  return await changeDraft(services, asked, { done: 'section-added' }, (form, earlier) => {
    const there = form.pages.some(({ id }) => id === from)
    const problems = [
      ...(title === '' ? [{ code: 'section-title-missing' } as const] : []),
      ...(there ? [] : [{ code: 'section-start-not-chosen' } as const]),
    ]
    if (problems.length > 0) return refused(...problems.map(wrong))
    const name = namer(new Set([form, ...earlier].flatMap((each) => [...takenIds(each)])))
    const id = name(slug(title, 40) || 'section')
    return done(addSection(form, { id, title, from, first: { id: name('first-section'), title: form.title } }))
  })
}

/** Gives a section of a draft another title. */
export async function renameSection(
  services: Services,
  asked: DraftAsked & { readonly sectionId: string; readonly title: string },
): Changed {
  const { sectionId } = asked
  const title = asked.title.trim()
  return await changeDraft(services, asked, { done: 'section-changed', section: sectionId }, (form) => {
    if (title === '') return refused(wrong({ code: 'section-title-missing' }))
    const sections = (form.sections ?? []).map((section) =>
      section.id === sectionId ? { ...section, title } : section,
    )
    return done(sections.length === 0 ? form : { ...form, sections })
  })
}

/** Moves a section of a draft with its pages. Refused when a question would then be shown by the answer to a later one. */
export async function shiftSection(
  services: Services,
  asked: DraftAsked & { readonly sectionId: string; readonly by: -1 | 1 },
): Changed {
  const { sectionId, by } = asked
  const change = { done: 'section-moved', section: sectionId }
  return await changeDraft(services, asked, change, (form) => done(moveSection(form, sectionId, by)))
}

/**
 * Takes a section out of a draft: its heading alone, or its pages and their questions too, unless something that stays
 * reads their answers: then all that does is named.
 */
export async function takeSection(
  services: Services,
  asked: DraftAsked & { readonly sectionId: string; readonly withPages: boolean; readonly seen: string },
): Changed {
  const { sectionId, withPages } = asked
  const change = { done: 'section-removed', section: sectionId, with: withPages ? 'pages' : 'heading' }
  return await changeDraft(services, asked, change, (form) => {
    const section = form.sections?.find(({ id }) => id === sectionId)
    if (section === undefined) return done(form)
    if (removalHash(form, section.pages, services) !== asked.seen)
      return refused({ code: 'changed-meanwhile', what: 'order', ...unnamed })
    return !withPages
      ? done(removeSection(form, sectionId))
      : withoutReaders(form, dropSection(form, sectionId), section.pages, section.title)
  })
}

/** The form without pages, unless something left of it reads an answer of theirs. */
export function withoutReaders(
  form: Form,
  left: Form,
  pages: readonly string[],
  name: string,
): Result<Form, FormProblem> {
  const readers = findReaders(left, questionsOnPages(form, pages))
  return readers.length === 0
    ? done(left)
    : refused(wrong({ code: 'parts-needed', name, by: readers.map(readerWords) }))
}
