import type { ScoreStudy } from '../calibration/index.ts'
import { wideSpreads } from '../shortlist/index.ts'
import type { Flags, UnderstandingCase, UnderstandingResult } from './understanding-case.ts'

/** From when on something is worth a look: a chance, and standard deviations of what is left of a score. */
export const flagLines = { probabilityFar: 0.95, residualSds: 2.5 }

/**
 * What somebody might look at: assessors who are surely more than half a point from their peers, reviews that are far from
 * what the others of the same application lead to expect, and criteria on which points are far apart.
 */
export function flagsOf(
  given: UnderstandingCase,
  study: ScoreStudy | null,
  calibration: UnderstandingResult['calibration'],
): Flags {
  return {
    assessors: (calibration?.assessors ?? [])
      .filter(({ probabilityFar }) => probabilityFar > flagLines.probabilityFar)
      .map(({ id }) => id),
    reviews: study === null || calibration === null ? [] : farReviews(given, study, calibration),
    spread: spreadsOf(given),
  }
}

function farReviews(
  given: UnderstandingCase,
  { noiseEach }: ScoreStudy,
  calibration: NonNullable<UnderstandingResult['calibration']>,
): Flags['reviews'] {
  const level = new Map(calibration.applications.map(({ id, estimate }) => [id, estimate]))
  const leniency = new Map(calibration.assessors.map(({ id, leniency: by }) => [id, by]))
  return given.reviews.flatMap(({ application, assessor, total }, at) => {
    const sd = Math.sqrt(noiseEach[at] ?? 0)
    const residual = total - (level.get(application) ?? total) - (leniency.get(assessor) ?? 0)
    return Math.abs(residual) > flagLines.residualSds * sd ? [{ application, assessor, residual }] : []
  })
}

const spreadsOf = ({ reviews, spreadPoints }: UnderstandingCase): Flags['spread'] =>
  [...Map.groupBy(reviews, ({ application }) => application)].flatMap(([application, of]) =>
    wideSpreads({ reviews: of.map(({ assessor, points }) => ({ personId: assessor, points })) }, spreadPoints).map(
      (spread) => ({ application, ...spread }),
    ),
  )
