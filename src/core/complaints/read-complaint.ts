import { done, type Result, refused } from '../result.ts'
import { hasSubstance } from '../rules/index.ts'
import { type Ground, grounds } from './complaint.ts'

export type ComplaintTyped = {
  readonly grounds: readonly string[]
  readonly words: string
  /** What would put it right. */
  readonly wanted: string
}

export type NewComplaint = { readonly grounds: readonly Ground[]; readonly words: string; readonly wanted: string }

export type ComplaintProblem =
  | { readonly code: 'no-ground'; readonly field: 'grounds' }
  | { readonly code: 'words-too-thin'; readonly field: 'words' }
  | { readonly code: 'too-long'; readonly field: 'words' | 'wanted' }

/** The most characters of a complaint. */
export const longestWords = 10_000

/** A complaint from what was typed, or everything that is wrong with it. A ground that is none is left out. */
export function readComplaint(typed: ComplaintTyped): Result<NewComplaint, ComplaintProblem> {
  const problems: ComplaintProblem[] = []
  const chosen = grounds.filter((ground) => typed.grounds.includes(ground))
  const [words, wanted] = [typed.words.trim(), typed.wanted.trim()]
  if (chosen.length === 0) problems.push({ code: 'no-ground', field: 'grounds' })
  if (!hasSubstance(words)) problems.push({ code: 'words-too-thin', field: 'words' })
  if (words.length > longestWords) problems.push({ code: 'too-long', field: 'words' })
  if (wanted.length > longestWords) problems.push({ code: 'too-long', field: 'wanted' })
  return problems.length > 0 ? refused(...problems) : done({ grounds: chosen, words, wanted })
}
