import { isoDay } from '../time/day.ts'
import { bankHolidaysOfEngland } from '../workload/bank-holidays.ts'
import type { RoundDates, RoundPlan } from '../workload/round-workload.ts'
import type { Fund } from './fund.ts'
import { phaseOf } from './phase.ts'
import type { Round } from './round.ts'

/** Hours of reading in an assessor's day and of interviews in a panel's: the rest is breaks and writing up. */
export const assessorHoursPerDay = 6
export const panelHoursPerDay = 6

/** Applicants interviewed for each place. A guide until the shortlist says how many. */
const interviewsPerPlace = 2

/** How many interviews to reckon with; none where the round holds none. */
export const interviewsExpected = ({ interviewsHeld }: Pick<Round, 'interviewsHeld'>, places: number): number =>
  interviewsHeld ? places * interviewsPerPlace : 0

const dayOf = (at: Date | null): string | undefined => (at === null ? undefined : isoDay(at))

const datesOf = (round: Round): RoundDates => ({
  opensOn: dayOf(round.opensAt),
  questionsCloseOn: dayOf(round.questionsCloseAt),
  deadlineOn: dayOf(round.deadlineAt),
  siftEndsOn: round.siftedOn ?? undefined,
  shortlistOn: round.shortlistOn ?? undefined,
  ...(round.interviewsHeld && {
    interviewsStartOn: round.interviewsFromOn ?? undefined,
    interviewsEndOn: round.interviewsToOn ?? undefined,
  }),
  decisionsOn: round.decisionsOn ?? undefined,
})

/** The years that dates span, twenty at most: a typing error in a year is not worth a thousand calendars. */
function yearsOf(dates: RoundDates): readonly number[] {
  const years = Object.values(dates).flatMap((day) => (day === undefined ? [] : [Number(day.slice(0, 4))]))
  if (years.length === 0) return []
  const first = Math.max(2014, Math.min(...years))
  const last = Math.min(first + 20, Math.max(...years))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/**
 * What the workload of a round is worked out from. That a date has passed is worth saying only while the round is being
 * prepared: later it is what dates do.
 */
export function workloadPlan(round: Round, fund: Pick<Fund, 'places'>, at: Date): RoundPlan {
  const dates = datesOf(round)
  return {
    dates,
    volumes: { low: round.expectedLow, expected: round.expected, high: round.expectedHigh },
    plan: {
      assessors: round.assessors,
      assessorsPerApplication: round.assessorsPerApplication,
      minutesPerApplication: round.minutesPerApplication,
      assessorHoursPerDay,
      interviews: interviewsExpected(round, fund.places),
      interviewMinutes: round.interviewMinutes,
      panelSize: round.panelMembers,
      panels: 1,
      panelHoursPerDay,
    },
    holidays: yearsOf(dates).flatMap((year) => bankHolidaysOfEngland(year)),
    today: phaseOf(round, at) === 'preparing' ? isoDay(at) : undefined,
  }
}
