import { done, type Result, refused } from '../result.ts'

export const resourceKinds = ['case-study', 'resource'] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** Terms on which others may use a resource. */
export const licences = ['ogl-3', 'cc-by-4', 'cc-by-sa-4', 'rights-reserved'] as const
export type Licence = (typeof licences)[number]

/** Something that others learn from, as its author wrote it. */
export type NewResource = {
  readonly kind: ResourceKind
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly author: string
  readonly licence: Licence
  /** Where it was published before; '' for nowhere. */
  readonly sourceUrl: string
}

export type ResourceTyped = Readonly<Record<keyof NewResource, string>>

export type ResourceProblem =
  | { readonly code: 'missing'; readonly field: Exclude<keyof NewResource, 'sourceUrl'> }
  | { readonly code: 'too-long'; readonly field: 'title' | 'summary' | 'text' | 'author'; readonly most: number }
  | { readonly code: 'not-an-address' }

const longest = { title: 150, summary: 500, text: 30_000, author: 150 } as const

/** A resource from what was typed, or everything that is wrong with it. */
export function readResource(typed: ResourceTyped): Result<NewResource, ResourceProblem> {
  const problems: ResourceProblem[] = []
  const kind = resourceKinds.find((each) => each === typed.kind)
  const licence = licences.find((each) => each === typed.licence)
  if (kind === undefined) problems.push({ code: 'missing', field: 'kind' })
  const text = (field: keyof typeof longest): string => {
    const value = typed[field].trim()
    if (value === '') problems.push({ code: 'missing', field })
    if (value.length > longest[field]) problems.push({ code: 'too-long', field, most: longest[field] })
    return value
  }
  const written = { title: text('title'), summary: text('summary'), text: text('text'), author: text('author') }
  if (licence === undefined) problems.push({ code: 'missing', field: 'licence' })
  const sourceUrl = typed.sourceUrl.trim()
  if (sourceUrl !== '' && !isWebAddress(sourceUrl)) problems.push({ code: 'not-an-address' })
  if (problems.length > 0 || kind === undefined || licence === undefined) return refused(...problems)
  return done({ ...written, kind, licence, sourceUrl })
}

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]{3,490}$/i.test(text)
