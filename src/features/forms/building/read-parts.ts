import { notFound } from '../../../core/errors.ts'
import { dropSection } from '../../../core/forms/edit/index.ts'
import { childrenOf, type Form } from '../../../core/forms/index.ts'
import type { Services } from '../../../platform/services.ts'
import { partHash } from '../change-draft.ts'
import { findReaders, readerWords } from '../find-dependants.ts'
import { type DraftAddress, type EditorFrame, editorFrame, findDraft } from '../read-draft.ts'

/** A page or section that may be removed, with its questions and what needs them. */
export type PartRemoval = EditorFrame & {
  readonly kind: 'page' | 'section'
  readonly title: string
  readonly seen: string
  readonly questions: readonly string[]
  readonly needed: readonly string[]
}

/** @throws {NotFound} if the draft or the part is not there, or not theirs to change */
export async function readPartRemoval(
  services: Services,
  asked: DraftAddress & { readonly kind: 'page' | 'section'; readonly id: string },
): Promise<PartRemoval> {
  const found = await findDraft(services, asked)
  const form = found.version.definition
  const { kind, id } = asked
  const part =
    kind === 'page' ? form.pages.find((page) => page.id === id) : form.sections?.find((section) => section.id === id)
  if (part === undefined) throw notFound(kind)
  const pages = kind === 'page' ? [id] : (form.sections?.find((section) => section.id === id)?.pages ?? [])
  const left = kind === 'page' ? withoutPage(form, id) : dropSection(form, id)
  return {
    ...editorFrame(found, asked),
    kind,
    title: part.title,
    seen: removalHash(form, pages, services),
    questions: form.pages
      .filter((page) => pages.includes(page.id))
      .flatMap((page) => page.questions.map(({ label }) => label)),
    needed: findReaders(left, questionsOnPages(form, pages)).map(readerWords),
  }
}

/** What somebody was shown of pages before they take them out. */
export const removalHash = (form: Form, pages: readonly string[], services: Pick<Services, 'sha256'>): string =>
  partHash(
    form.pages.filter(({ id }) => pages.includes(id)),
    services,
  )

/** The form without a page; a section that was only that page goes too. */
export function withoutPage(form: Form, pageId: string): Form {
  const sections = form.sections
    ?.map((section) => ({ ...section, pages: section.pages.filter((id) => id !== pageId) }))
    .filter(({ pages }) => pages.length > 0)
  const { sections: _, ...rest } = form
  const pages = form.pages.filter(({ id }) => id !== pageId)
  return { ...rest, pages, ...(sections !== undefined && sections.length > 0 && { sections }) }
}

/** What the editor of a section shows. `id` undefined: for a new one. */
export async function readSectionEditor(services: Services, asked: DraftAddress & { readonly id: string | undefined }) {
  const found = await findDraft(services, asked)
  const { pages, sections = [] } = found.version.definition
  const section = sections.find(({ id }) => id === asked.id)
  if (asked.id !== undefined && section === undefined) throw notFound('section')
  return {
    ...editorFrame(found, asked),
    title: section?.title ?? '',
    pages: pages.map(({ id, title }) => ({ id, title })),
  }
}

/** The questions that stand on pages, with those in groups. */
export const questionsOnPages = (form: Form, pages: readonly string[]): ReadonlySet<string> =>
  new Set(
    form.pages
      .filter(({ id }) => pages.includes(id))
      .flatMap(({ questions }) => questions.flatMap((each) => [each.id, ...childrenOf(each).map(({ id }) => id)])),
  )
