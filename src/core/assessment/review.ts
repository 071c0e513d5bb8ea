import { countWords } from '../forms/count-words.ts'
import { done, type Result, refused } from '../result.ts'
import type { Band, Confidence, Criterion } from '../rules/assessment-rules.ts'

/** A comment says why, in so many words at the most. Longer ones are kept and not submitted. */
export const MOST_COMMENT_WORDS = 250
/** What is longer than this is not stored at all. */
export const MOST_COMMENT_CHARACTERS = 10_000

/** Scales with more bands than this are asked for as a number, others as a choice of words. */
const mostChoices = 7

/** How the points of a criterion are given: a choice of bands, or a number among them. */
export const scaleOf = ({ bands }: Pick<Criterion, 'bands'>): 'words' | 'numbers' =>
  bands.length > mostChoices ? 'numbers' : 'words'

/** Something is wrong with what was written of one criterion, or (`criterion` is '') of the application as a whole. */
export type ReviewProblem =
  | { readonly code: 'points-missing' | 'comment-missing'; readonly criterion: string }
  | { readonly code: 'points-off-scale'; readonly criterion: string; readonly typed: string }
  | { readonly code: 'comment-too-long'; readonly criterion: string; readonly words: number }
  | { readonly code: 'comment-not-kept'; readonly criterion: string; readonly characters: number }
  | { readonly code: 'scope-missing' | 'scope-reason-missing' | 'confidence-missing' | 'conflict-unanswered' }
  | { readonly code: 'scope-reason-too-long'; readonly words: number }

/**
 * The points that somebody typed or chose, if the scale has them; null when left blank.
 *
 * @example readPoints({ id: 'need', bands: firstBands }, '3') // => { ok: true, value: 3 }
 */
export function readPoints(
  { id, bands }: Pick<Criterion, 'id' | 'bands'>,
  typed: string,
): Result<number | null, ReviewProblem> {
  const text = typed.trim()
  if (text === '') return done(null)
  const points = /^\d{1,4}(?:\.\d{1,2})?$/.test(text) ? Number(text) : undefined
  if (points !== undefined && bandOf({ bands }, points) !== undefined) return done(points)
  return refused({ code: 'points-off-scale', criterion: id, typed: text.slice(0, 40) })
}

/** The band of so many points. */
export const bandOf = ({ bands }: Pick<Criterion, 'bands'>, points: number | null): Band | undefined =>
  bands.find((band) => band.points === points)

/** What of a review is looked at before it is submitted. `noConflict`: said again at the end. */
export type ToSubmit = {
  readonly scores: ReadonlyMap<string, { readonly points: number | null; readonly comment: string }>
  readonly inScope: 'yes' | 'no' | 'unsure' | null
  readonly scopeComment: string
  /** How sure the assessor is of the scores; undefined where the sealed rules ask nobody. */
  readonly confidence: Confidence | null | undefined
  readonly overallComment: string
  readonly noConflict: boolean
}

/**
 * Everything that keeps a review from being submitted, in the order of the page: each criterion needs points of its scale
 * and a comment, and the questions of scope, of confidence where it is asked, and of conflict an answer.
 */
export function submissionProblems(criteria: readonly Criterion[], review: ToSubmit): readonly ReviewProblem[] {
  const problems: ReviewProblem[] = []
  for (const criterion of criteria) {
    const { points, comment } = review.scores.get(criterion.id) ?? { points: null, comment: '' }
    if (points === null) problems.push({ code: 'points-missing', criterion: criterion.id })
    else if (bandOf(criterion, points) === undefined) {
      problems.push({ code: 'points-off-scale', criterion: criterion.id, typed: String(points) })
    }
    if (comment.trim() === '') problems.push({ code: 'comment-missing', criterion: criterion.id })
    problems.push(...tooLong(criterion.id, comment))
  }
  if (review.inScope === null) problems.push({ code: 'scope-missing' })
  else if (review.inScope !== 'yes' && review.scopeComment.trim() === '')
    problems.push({ code: 'scope-reason-missing' })
  const words = countWords(review.scopeComment)
  if (words > MOST_COMMENT_WORDS) problems.push({ code: 'scope-reason-too-long', words })
  if (review.confidence === null) problems.push({ code: 'confidence-missing' })
  problems.push(...tooLong('', review.overallComment))
  if (!review.noConflict) problems.push({ code: 'conflict-unanswered' })
  return problems
}

function tooLong(criterion: string, comment: string): readonly ReviewProblem[] {
  const words = countWords(comment)
  return words > MOST_COMMENT_WORDS ? [{ code: 'comment-too-long', criterion, words }] : []
}
