import { done, type Result, refused } from '../../core/result.ts'
import { type ChangeKind, changeKinds } from './guidance-parts.ts'
import type { DraftText, PageText, PageVersion } from './pages.store.ts'

/** Characters (UTF-16 code units) at most. A body of this length is some thirty printed pages. */
export const longest = { title: 150, summary: 300, body: 60_000, changeNote: 1000 } as const

/** What is wrong with a page that somebody wants to save or publish. */
export type PageProblem =
  | { readonly code: 'title-missing' | 'body-missing' | 'change-note-missing' | 'change-kind-unknown' }
  | { readonly code: 'too-long'; readonly field: keyof typeof longest; readonly most: number }
  | { readonly code: 'nothing-to-publish' }
  | { readonly code: 'nothing-changed'; readonly number: number }
  | { readonly code: 'changed-meanwhile'; readonly theirs: PageVersion }

/** A page as it was typed. */
export type PageTyped = PageText & { readonly changeNote: string; readonly changeKind: string }

/** Takes the blanks off what stands on one line, and finds everything that cannot be kept. A draft may be empty. */
export function readPage(typed: PageTyped): Result<DraftText, PageProblem> {
  const text = {
    title: typed.title.trim(),
    summary: typed.summary.trim(),
    body: typed.body.trim(),
    changeNote: typed.changeNote.trim(),
  }
  const problems: PageProblem[] = []
  for (const field of ['title', 'summary', 'body', 'changeNote'] as const) {
    if (text[field].length > longest[field]) problems.push({ code: 'too-long', field, most: longest[field] })
  }
  const changeKind = changeKinds.find((kind) => kind === typed.changeKind)
  if (changeKind === undefined) problems.push({ code: 'change-kind-unknown' })
  return problems.length > 0 || changeKind === undefined ? refused(...problems) : done({ ...text, changeKind })
}

/** What is published and what would be. */
export type Publication = {
  readonly draft: DraftText
  readonly published: PageVersion | undefined
}

/** Everything that stops a draft from being published. The first version needs no note: all of it is new. */
export function publicationProblems({ draft, published }: Publication): readonly PageProblem[] {
  const problems: PageProblem[] = []
  if (draft.title === '') problems.push({ code: 'title-missing' })
  if (draft.body === '') problems.push({ code: 'body-missing' })
  if (published === undefined) return problems
  if (sameText(draft, published)) return [...problems, { code: 'nothing-changed', number: published.number }]
  if (draft.changeNote === '') problems.push({ code: 'change-note-missing' })
  return problems
}

export const sameText = (one: PageText, other: PageText): boolean =>
  one.title === other.title && one.summary === other.summary && one.body === other.body

/** Which state of a page somebody saw when they began to change it: the version and how often its draft was saved. */
export type SeenState = `${number}.${number}`

export const seenState = ({
  draft,
  published,
}: {
  readonly draft: PageVersion | undefined
  readonly published: PageVersion | undefined
}): SeenState => `${(draft ?? published)?.number ?? 0}.${draft?.revision ?? 0}`

export type { ChangeKind }
