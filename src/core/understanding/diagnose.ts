import { type Score, type ScoreStudy, studyScores } from '../calibration/index.ts'
import type { DiagnosisCase, StudiedCriterion, StudiedReview, UnderstandingCase } from './understanding-case.ts'

/** Streams of chance from here on are of the criteria, four for each: below are those of the total and of agreement. */
const firstStream = 1_000
const streamsEach = 4

/** Of points: who is surely further from their peers on a criterion is worth a look. */
const farFrom = 0.5

/**
 * Each criterion by the model that the total is calibrated by, in the order of the case. Which one a strict assessor is
 * strict on is seen there, and hidden in the total. Nothing is ranked by it.
 *
 * @param reviewsEach reviews for each application, as their harmonic mean
 * @see docs/sources.md#calibration
 */
export function diagnose(
  { reviews, places, seed }: Pick<UnderstandingCase, 'reviews' | 'places' | 'seed'>,
  { draws, scales }: DiagnosisCase,
  reviewsEach: number,
  progress: (share: number) => void,
): readonly StudiedCriterion[] {
  return scales.map(({ criterion, scale }, at) => {
    const of = reviews.filter(({ points }) => points[criterion] !== undefined)
    const scores = of.map(
      ({ application, assessor, points, weight = 1 }): Score => [application, assessor, points[criterion] ?? 0, weight],
    )
    if (new Set(scores.map(([, , points]) => points)).size < 2) return { criterion, study: null }
    const study = studyScores(
      { scores, scale, places, seed, draws },
      {
        farFrom,
        firstStream: firstStream + at * streamsEach,
        progress: (share) => progress((at + share) / scales.length),
      },
    )
    return { criterion, study: studied(study, of, reviewsEach) }
  })
}

function studied(
  { calibration, variances: { quality, leniency, noise }, far }: ScoreStudy,
  reviews: readonly StudiedReview[],
  reviewsEach: number,
): StudiedCriterion['study'] {
  const by = new Map(calibration.assessors.map((each) => [each.id, each.leniency]))
  const reviewsOf = Map.groupBy(reviews, ({ application }) => application)
  const counts = Map.groupBy(reviews, ({ assessor }) => assessor)
  return {
    sds: { quality: Math.sqrt(quality), leniency: Math.sqrt(leniency), noise: Math.sqrt(noise) },
    reliability: quality / (quality + noise / reviewsEach),
    assessors: calibration.assessors.map(({ id, leniency: above, interval90 }, at) => ({
      id,
      leniency: above,
      interval90,
      reviews: counts.get(id)?.length ?? 0,
      probabilityFar: far[at] ?? 0,
    })),
    applications: calibration.applications.map(({ id, mean, estimate }) => {
      const its = reviewsOf.get(id) ?? []
      const above = its.reduce((sum, { assessor }) => sum + (by.get(assessor) ?? 0), 0) / Math.max(1, its.length)
      return { id, mean, estimate, change: -above }
    }),
    rHat: calibration.rHat,
    draws: calibration.draws,
  }
}
