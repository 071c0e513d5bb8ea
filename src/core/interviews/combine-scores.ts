import { weightedTotal } from '../assessment/weighted-total.ts'
import type { AssessmentRules } from '../rules/assessment-rules.ts'
import type { MissedThreshold } from '../shortlist/shortlist-case.ts'

/** What one member of the panel gave in one interview: points by the id of the criterion. */
export type PanelReview = { readonly personId: string; readonly points: Readonly<Record<string, number>> }

/** An application that is on the shortlist, with what its assessors and the panel gave it. */
export type ToCombine = {
  readonly applicationId: string
  readonly reference: string
  /** Of 100, by the frozen shortlist. */
  readonly writtenPercent: number
  /** Thresholds of the written score that it did not reach. */
  readonly missed: readonly MissedThreshold[]
  /** Submitted by members who were in the room; one who was recused is left out by whoever asks. */
  readonly reviews: readonly PanelReview[]
}

/** What an application has in the end. Percents are of 100 and unrounded but for what should be equal. */
export type FinalScore = {
  readonly applicationId: string
  readonly reference: string
  readonly writtenPercent: number
  /** Null where no interview is held, or none was scored. */
  readonly interviewPercent: number | null
  /** By the sealed weights; the written score alone where no interviews are held. */
  readonly totalPercent: number
  readonly aboveThreshold: boolean
}

/** The rules that scores are combined by. */
export type CombineRules = Pick<AssessmentRules, 'overallLeastPercent' | 'interview'>

/** Sums of hundredths that should be equal are then equal. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

/** What the panel gives a criterion: the plain mean of the members who scored it. Those whom nobody scored are not there. */
export function panelPoints(
  { criteria }: Pick<AssessmentRules['interview'], 'criteria'>,
  reviews: readonly PanelReview[],
): ReadonlyMap<string, number> {
  const means = new Map<string, number>()
  for (const { id } of criteria) {
    const given = reviews.flatMap(({ points }) => points[id] ?? [])
    if (given.length > 0) means.set(id, given.reduce((sum, each) => sum + each, 0) / given.length)
  }
  return means
}

/**
 * Combines the written score with the interview by the sealed weights. An interview that nobody scored, such as one to which
 * the applicants did not come, adds nothing. `aboveThreshold`: no criterion, written or of the interview, is below its least
 * points, and the total is not below the least for all.
 *
 * @example combineScores({ …, writtenPercent: 80, reviews: [{ personId, points: { vision: 3 } }] }, rules).totalPercent
 * // => 78, with 60% for the written score and one criterion of four points
 */
export function combineScores(given: ToCombine, { overallLeastPercent, interview }: CombineRules): FinalScore {
  const { applicationId, reference, writtenPercent, missed, reviews } = given
  const missedCriterion = missed.some(({ criterion }) => criterion !== '')
  if (!interview.held) {
    const aboveThreshold = !missedCriterion && writtenPercent >= overallLeastPercent
    return {
      applicationId,
      reference,
      writtenPercent,
      interviewPercent: null,
      totalPercent: writtenPercent,
      aboveThreshold,
    }
  }
  const points = panelPoints(interview, reviews)
  const interviewPercent = weightedTotal(interview.criteria, points)
  const interviewPart = 100 - interview.writtenPercent
  const totalPercent = rounded(
    (interview.writtenPercent * writtenPercent + interviewPart * (interviewPercent ?? 0)) / 100,
  )
  const tooLow = interview.criteria.some(
    ({ id, leastPoints }) => leastPoints !== null && rounded(points.get(id) ?? 0) < leastPoints,
  )
  return {
    applicationId,
    reference,
    writtenPercent,
    interviewPercent,
    totalPercent,
    aboveThreshold: interviewPercent !== null && !missedCriterion && !tooLow && totalPercent >= overallLeastPercent,
  }
}
