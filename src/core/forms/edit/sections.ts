import type { Form, FormPage, FormSection } from '../definition.ts'
import { copyPages } from './copy-part.ts'

/** A heading for pages in the list of tasks. */
export type NewSection = {
  readonly id: string
  readonly title: string
  /** The page that the section begins with: it and those after it up to the next section go into it. */
  readonly from: string
  /** What the pages before it are called if the form had no sections. */
  readonly first: { readonly id: string; readonly title: string }
}

/** The form with a section from a page on. A section that begins at the same page gives way to it. */
export function addSection(form: Form, { id, title, from, first }: NewSection): Form {
  const start = form.pages.findIndex((page) => page.id === from)
  if (start < 0) return form
  const before = form.sections ?? (start === 0 ? [] : [{ ...first, pages: form.pages.map((page) => page.id) }])
  const own: FormSection = { id, title, pages: [] }
  if (before.length === 0) return { ...form, sections: [{ ...own, pages: form.pages.map((page) => page.id) }] }
  const sections = before.flatMap((section): readonly FormSection[] => {
    const at = section.pages.indexOf(from)
    if (at < 0) return [section]
    const [kept, moved] = [section.pages.slice(0, at), section.pages.slice(at)]
    return [...(kept.length > 0 ? [{ ...section, pages: kept }] : []), { ...own, pages: moved }]
  })
  return { ...form, sections }
}

/** The form without the heading of a section: its pages join the section before it, or the one after the first. */
export function removeSection(form: Form, id: string): Form {
  const sections = form.sections ?? []
  const at = sections.findIndex((section) => section.id === id)
  const removed = sections[at]
  if (removed === undefined) return form
  const { sections: _, ...rest } = form
  if (sections.length === 1) return rest
  const next = sections.flatMap((section, index) => {
    if (index === at) return []
    if (at > 0 && index === at - 1) return [{ ...section, pages: [...section.pages, ...removed.pages] }]
    if (at === 0 && index === 1) return [{ ...section, pages: [...removed.pages, ...section.pages] }]
    return [section]
  })
  return { ...rest, sections: next }
}

/** The form with a section before the one above it, or after the one below. The same form at either end. */
export function moveSection(form: Form, id: string, by: -1 | 1): Form {
  const sections = form.sections ?? []
  const at = sections.findIndex((section) => section.id === id)
  const [one, other] = [sections[at], sections[at + by]]
  if (one === undefined || other === undefined) return form
  return inOrder(form, sections.with(at, other).with(at + by, one))
}

/** The form with a copy of a section and of its pages after it. */
export function copySection(form: Form, id: string, name: (wanted: string) => string): Form {
  const sections = form.sections ?? []
  const section = sections.find((each) => each.id === id)
  if (section === undefined) return form
  const pages = copyPages(pagesIn(form, section), name)
  const copy = { id: name(section.id), title: `Copy of ${section.title}`, pages: pages.map((page) => page.id) }
  const at = sections.indexOf(section) + 1
  return inOrder({ ...form, pages: [...form.pages, ...pages] }, sections.toSpliced(at, 0, copy))
}

/** The form without a section and all its pages. */
export function dropSection(form: Form, id: string): Form {
  const sections = form.sections ?? []
  const going = new Set(sections.find((section) => section.id === id)?.pages)
  const left = sections.filter((section) => section.id !== id)
  const { sections: _, ...rest } = form
  const pages = form.pages.filter((page) => !going.has(page.id))
  return { ...rest, pages, ...(left.length > 0 && { sections: left }) }
}

const pagesIn = (form: Form, { pages }: FormSection): readonly FormPage[] =>
  form.pages.filter(({ id }) => pages.includes(id))

/** The pages follow the order of their sections. */
const inOrder = (form: Form, sections: readonly FormSection[]): Form => {
  const byId = new Map(form.pages.map((page) => [page.id, page]))
  const pages = sections.flatMap((section) => section.pages.flatMap((id) => byId.get(id) ?? []))
  return { ...form, pages, sections }
}
