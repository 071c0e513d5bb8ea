import { copyPage, copyQuestions, copySection, namer, takenIds } from '../../../core/forms/edit/index.ts'
import { type Form, findQuestion } from '../../../core/forms/index.ts'
import { done, type Result } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { changeDraft, type DraftAsked, withQuestions } from '../change-draft.ts'
import type { FormProblem } from '../form-problem.ts'
import type { FormVersion } from '../forms.store.ts'

/** What is copied. */
export type PartToCopy = { readonly what: 'section' | 'page' | 'question'; readonly id: string }

/** @returns undefined for what no button says. @example readPart('page:contact') // => { what: 'page', id: 'contact' } */
export function readPart(value: string): PartToCopy | undefined {
  const [, what, id] = /^(section|page|question):(.+)$/.exec(value) ?? []
  return id !== undefined && (what === 'section' || what === 'page' || what === 'question') ? { what, id } : undefined
}

/**
 * Copies a section, page or question of a draft, to stand right after it. The copies have ids that this form never had, and
 * what they read of each other is read of the copies. Of what is gone meanwhile nothing is copied.
 *
 * @throws {NotFound} if the draft is not there, or not theirs to change
 */
export async function copyPart(
  services: Services,
  asked: DraftAsked & { readonly part: PartToCopy },
): Promise<Result<FormVersion, FormProblem>> {
  const { part } = asked
  return await changeDraft(services, asked, { done: `${part.what}-copied`, [part.what]: part.id }, (form, earlier) => {
    const name = namer(new Set([form, ...earlier].flatMap((each) => [...takenIds(each)])))
    if (part.what === 'section') return done(copySection(form, part.id, name))
    return done(part.what === 'page' ? withPageCopied(form, part.id, name) : withQuestionCopied(form, part.id, name))
  })
}

function withPageCopied(form: Form, id: string, name: (wanted: string) => string): Form {
  const at = form.pages.findIndex((page) => page.id === id)
  const page = form.pages[at]
  if (page === undefined) return form
  const copy = { ...copyPage(page, name), title: `Copy of ${page.title}` }
  const sections = form.sections?.map((section) =>
    section.pages.includes(id)
      ? { ...section, pages: section.pages.toSpliced(section.pages.indexOf(id) + 1, 0, copy.id) }
      : section,
  )
  return { ...form, pages: form.pages.toSpliced(at + 1, 0, copy), ...(sections !== undefined && { sections }) }
}

function withQuestionCopied(form: Form, id: string, name: (wanted: string) => string): Form {
  const question = findQuestion(form, id)
  if (question === undefined) return form
  const copies = copyQuestions([question], name).map((copy) => ({ ...copy, label: `Copy of ${copy.label}` }))
  return withQuestions(form, (questions) => questions.flatMap((each) => (each.id === id ? [each, ...copies] : [each])))
}
