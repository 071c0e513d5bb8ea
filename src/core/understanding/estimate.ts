import type { ScoreStudy } from '../calibration/index.ts'
import { bandBy } from '../shortlist/index.ts'
import type {
  EstimatedApplication,
  Move,
  StudiedReview,
  UnderstandingCase,
  UnderstandingResult,
} from './understanding-case.ts'

/** The estimates of a study, with each application's band, its place by them and why that differs from its plain one. */
export function estimatesOf(
  given: UnderstandingCase,
  { calibration, far }: ScoreStudy,
  ranked: UnderstandingResult['ranked'],
): NonNullable<UnderstandingResult['calibration']> {
  const plain = new Map(ranked.map(({ id, rank }) => [id, rank]))
  const leniency = new Map(calibration.assessors.map((each) => [each.id, each.leniency]))
  const reviewsOf = Map.groupBy(given.reviews, ({ application }) => application)
  const counts = Map.groupBy(given.reviews, ({ assessor }) => assessor)
  const order = calibration.applications.map(({ estimate }) => estimate).sort((one, other) => other - one)
  const applications = calibration.applications.map((each): EstimatedApplication => {
    const rank = order.indexOf(each.estimate) + 1
    const { id, estimate, interval50, interval90, expectedRank, probabilityIn } = each
    const place = given.calibrationUse === 'ranks' ? rank : (plain.get(id) ?? rank)
    return {
      id,
      estimate,
      interval50,
      interval90,
      expectedRank,
      probabilityIn,
      band: bandBy({ best: place, worst: place, size: given.places }, probabilityIn),
      rank,
      why: moveOf(plain.get(id) ?? rank, rank, reviewsOf.get(id) ?? [], leniency),
    }
  })
  return {
    applications,
    assessors: calibration.assessors.map(({ id, leniency: by, interval90 }, at) => ({
      id,
      leniency: by,
      interval90,
      reviews: counts.get(id)?.length ?? 0,
      probabilityFar: far[at] ?? 0,
    })),
    rHat: calibration.rHat,
    draws: calibration.draws,
  }
}

/** Of the assessors who pull the same way as all of its assessors together, those who pull by at least this share of the most. */
const counts = 1 / 3

/** Names the assessors because of whom an application moves; where they pull the other way, others have moved. */
function moveOf(
  from: number,
  to: number,
  reviews: readonly StudiedReview[],
  leniency: ReadonlyMap<string, number>,
): Move {
  if (from === to) return { kind: 'none' }
  const all = reviews.map(({ assessor }) => leniency.get(assessor) ?? 0)
  const together = all.reduce((sum, value) => sum + value, 0)
  // Severe assessors lift it, lenient ones lower it.
  const explains = to < from ? together < 0 : together > 0
  if (!explains) return { kind: 'others', from, to }
  const pulling = all.filter((value) => Math.sign(value) === Math.sign(together))
  const most = Math.max(...pulling.map(Math.abs))
  const named = pulling.filter((value) => Math.abs(value) >= most * counts)
  const mean = named.reduce((sum, value) => sum + value, 0) / named.length
  return { kind: 'assessors', from, to, assessors: named.length, of: all.length, leniency: mean }
}
