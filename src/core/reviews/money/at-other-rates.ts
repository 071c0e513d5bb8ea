import { type OtherScheduleName, otherSchedules } from '../../appraisal/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { appraisalOf } from './appraise-review.ts'
import { readPeriod } from './read-period.ts'

/** The net present social value of each option under rates that the review does not rest on. */
export type AtOtherRates = {
  readonly schedule: OtherScheduleName
  /** In pounds of the first year, in the order of the options of the appraisal. */
  readonly npsv: readonly number[]
}

/** A sensitivity to lower rates is asked for where effects last longer than these years. */
const longYears = 50
const lowerRates = ['tag-2026-lower-rate'] as const

/**
 * The appraisal worked out again under the rates that are proposed and, over a long horizon, without pure time preference.
 *
 * @returns empty while business as usual has no line
 * @see docs/sources.md#discount-rates
 */
export function atOtherRates(record: ReviewRecord): readonly AtOtherRates[] {
  const isLong = readPeriod(record).years.length - 1 > longYears
  const schedules: readonly OtherScheduleName[] = ['review-2026-proposal', ...(isLong ? lowerRates : [])]
  return schedules.flatMap((schedule) => {
    const appraisal = appraisalOf(record, otherSchedules[schedule])
    return appraisal === undefined ? [] : [{ schedule, npsv: appraisal.options.map(({ economic }) => economic.npsv) }]
  })
}
