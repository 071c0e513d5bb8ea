import { MOST_COMMENT_CHARACTERS, type ReviewProblem, readPoints } from '../../../core/assessment/index.ts'
import { type Confidence, type Criterion, confidences } from '../../../core/rules/index.ts'
import { readVersions } from '../../../core/saving/seen-versions.ts'
import type { ScopeAnswer } from './reviews.store.ts'

/** Fields as a form posts them. */
export type ReviewFields = { readonly text: (name: string) => string; readonly has: (name: string) => boolean }

/** How what is said of the application as a whole is called among what is saved: no criterion is called so. */
export const wholeId = 'whole_application'

/** What is saved by itself: each criterion, and last the whole. */
export const itemsOf = (criteria: readonly Criterion[]): readonly { readonly id: string }[] => [
  ...criteria,
  { id: wholeId },
]

/** The score of one criterion as posted: what was typed, and the points if the scale has them. */
export type TypedScore = {
  readonly criterion: Criterion
  readonly typed: string
  readonly points: number | null
  readonly comment: string
  readonly version: number
  /** Why it cannot be stored, if so. */
  readonly unkept: readonly ReviewProblem[]
}

export type TypedWhole = {
  readonly inScope: ScopeAnswer | null
  readonly confidence: Confidence | null
  readonly scopeComment: string
  readonly overallComment: string
  readonly version: number
  readonly unkept: readonly ReviewProblem[]
}

export type TypedReview = { readonly scores: readonly TypedScore[]; readonly whole: TypedWhole | undefined }

/**
 * What a form says of a review, as far as it was on the page. Without its versions a page is taken for one that had seen
 * nothing: it can add, and cannot write over anything.
 *
 * @param leftOut items at which this person chose what the other window says
 */
export function readReview(
  criteria: readonly Criterion[],
  fields: ReviewFields,
  versions: string,
  leftOut: ReadonlySet<string>,
): TypedReview {
  const items = itemsOf(criteria)
  const seen = readVersions(items, versions) ?? new Map(items.map(({ id }) => [id, 0]))
  const scores = criteria.flatMap((criterion): readonly TypedScore[] => {
    const version = seen.get(criterion.id)
    if (version === undefined || leftOut.has(criterion.id)) return []
    const typed = fields.text(`points-${criterion.id}`)
    const comment = fields.text(`comment-${criterion.id}`)
    const points = readPoints(criterion, typed)
    const unkept = [...(points.ok ? [] : points.problems), ...notKept(criterion.id, comment)]
    return [{ criterion, typed, points: points.ok ? points.value : null, comment, version, unkept }]
  })
  const version = seen.get(wholeId)
  if (version === undefined || leftOut.has(wholeId)) return { scores, whole: undefined }
  const [scopeComment, overallComment] = [fields.text('scope-comment'), fields.text('overall-comment')]
  const unkept = [...notKept('', scopeComment), ...notKept('', overallComment)]
  const inScope = scopeOf(fields.text('in-scope'))
  const confidence = confidences.find((each) => each === fields.text('confidence')) ?? null
  return { scores, whole: { inScope, confidence, scopeComment, overallComment, version, unkept } }
}

const scopeOf = (text: string): ScopeAnswer | null =>
  text === 'yes' || text === 'no' || text === 'unsure' ? text : null

const notKept = (criterion: string, comment: string): readonly ReviewProblem[] =>
  comment.length > MOST_COMMENT_CHARACTERS ? [{ code: 'comment-not-kept', criterion, characters: comment.length }] : []
