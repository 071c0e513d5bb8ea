import { rawRanks } from '../assessment/index.ts'
import { comparableGroups, type Score, type ScoreStudy, scoreTable, studyScores } from '../calibration/index.ts'
import { agreementOf } from './agree.ts'
import { diagnose } from './diagnose.ts'
import { estimatesOf } from './estimate.ts'
import { exactly } from './exactly.ts'
import { flagsOf } from './flag.ts'
import type { NoEstimates, UnderstandingCase, UnderstandingResult } from './understanding-case.ts'

/** What is being done, and how much of it, from 0 to 1. */
export type Progress = (doing: 'calibrating' | 'diagnosing' | 'comparing', share: number) => void

/** Less than this many draws in each chain would tell too little. */
const shortStudy = 1_000

/**
 * What the scores of a round say: the plain ranks, how assessors agree, estimates that allow for strict and lenient ones,
 * and what somebody might look at. The same case gives the same result, to the last digit. Nothing follows from it by
 * itself: what ranks is what the sealed rules say.
 *
 * @see docs/sources.md#agreement-of-assessors
 */
export function understand(given: UnderstandingCase, progress: Progress = () => {}): UnderstandingResult {
  const { reviews, withoutReview } = given
  const ranked = rawRanks(
    reviews.map(({ application, assessor, total }) => ({ applicationId: application, personId: assessor, total })),
  ).map(({ applicationId, ...rest }) => ({ id: applicationId, ...rest }))
  const table = scoreTable(scoresOf(given))
  const noEstimates = whyNoEstimates(given, ranked.length, table.assessors.length)
  const study = studied(given, noEstimates, (share) => progress('calibrating', share))
  const calibration = study !== null && noEstimates === null ? estimatesOf(given, study, ranked) : null
  progress('comparing', 0)
  const agreement = agreementOf(given, study)
  progress('comparing', 1)
  const diagnosed = calibration === null ? undefined : given.diagnosis
  const result: UnderstandingResult = {
    format: 1,
    ranked,
    withoutReview,
    agreement,
    calibration,
    noEstimates,
    groups: comparableGroups(table),
    flags: flagsOf(given, study, calibration),
    ...(diagnosed && {
      criteria: diagnose(given, diagnosed, agreement.reviewsEach, (share) => progress('diagnosing', share)),
    }),
  }
  return exactly(result)
}

const scoresOf = ({ reviews }: UnderstandingCase): readonly Score[] =>
  reviews.map(({ application, assessor, total, weight }) => [application, assessor, total, weight ?? 1])

function whyNoEstimates(given: UnderstandingCase, applications: number, assessors: number): NoEstimates | null {
  const totals = given.reviews.map(({ total }) => total)
  if (totals.length === 0) return 'no-scores'
  if (assessors < 2) return 'one-assessor'
  if (totals.every((total) => total === totals[0])) return 'no-difference'
  if (given.calibrationUse === 'none') return 'rules'
  return applications <= given.noneUpTo ? 'few' : null
}

/** Agreement is worked out of the same draws; where estimates are not wanted, fewer do. */
function studied(
  given: UnderstandingCase,
  noEstimates: NoEstimates | null,
  progress: (share: number) => void,
): ScoreStudy | null {
  if (noEstimates === 'no-scores' || noEstimates === 'one-assessor' || noEstimates === 'no-difference') return null
  const { scale, places, seed, pointWorth } = given
  const draws = noEstimates === null ? given.draws : Math.min(given.draws, shortStudy)
  return studyScores({ scores: scoresOf(given), scale, places, seed, draws }, { farFrom: pointWorth / 2, progress })
}
