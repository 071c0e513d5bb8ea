/**
 * What a round's timetable asks of people: hours to read and to interview at low, expected and high numbers of
 * applications, and whether they fit between the dates.
 */

import { addDays, type IsoDay } from '../time/day.ts'
import { countWorkingDays, isWorkingDay } from './working-days.ts'

/** The dates of a round in the order in which they must come. UK calendar days. */
export const ROUND_DATES = [
  'opensOn',
  'questionsCloseOn',
  'deadlineOn',
  'siftEndsOn',
  'shortlistOn',
  'interviewsStartOn',
  'interviewsEndOn',
  'decisionsOn',
] as const

export type RoundDate = (typeof ROUND_DATES)[number]

/** A date that is not set yet is left out, and nothing is said of it. */
export type RoundDates = { readonly [Name in RoundDate]?: IsoDay | undefined }

/** Numbers of applications: at the least, as expected, at the most. */
export type Volumes = { readonly low: number; readonly expected: number; readonly high: number }

/** How applications will be read and interviewed. Counts are whole; `panels` sit side by side, each of `panelSize`. */
export type AssessmentPlan = {
  readonly assessors: number
  readonly assessorsPerApplication: number
  readonly minutesPerApplication: number
  readonly assessorHoursPerDay: number
  readonly interviews: number
  readonly interviewMinutes: number
  readonly panelSize: number
  readonly panels: number
  readonly panelHoursPerDay: number
}

/**
 * The work at one number of applications. Hours are people's hours, unrounded; days are whole working days.
 * - `readingsPerAssessor`: the most that any one has to read when shared evenly
 * - `interviews`: as planned, or every application when there are fewer
 */
export type Work = {
  readonly applications: number
  readonly assessorHours: number
  readonly readingsPerAssessor: number
  readonly hoursPerAssessor: number
  readonly siftDaysNeeded: number
  readonly interviews: number
  readonly panelHours: number
  readonly interviewDaysNeeded: number
}

/** What will not work, with its facts. Warnings: people may have reasons. */
export type TimetableWarning =
  | {
      readonly code: 'dates-out-of-order'
      readonly earlier: RoundDate
      readonly earlierOn: IsoDay
      readonly later: RoundDate
      readonly laterOn: IsoDay
    }
  | { readonly code: 'date-in-the-past'; readonly date: RoundDate; readonly on: IsoDay }
  | { readonly code: 'not-a-working-day'; readonly date: RoundDate; readonly on: IsoDay }
  | { readonly code: 'too-few-assessors'; readonly assessors: number; readonly needed: number }
  | {
      readonly code: 'sift-too-short' | 'interviews-too-short'
      readonly volume: keyof Volumes
      readonly applications: number
      readonly daysNeeded: number
      readonly daysAvailable: number
    }

/** `siftDays` and `interviewDays` are the working days that the dates give, `undefined` while a date is missing. */
export type Workload = {
  readonly low: Work
  readonly expected: Work
  readonly high: Work
  readonly siftDays: number | undefined
  readonly interviewDays: number | undefined
  readonly warnings: readonly TimetableWarning[]
}

/** What `roundWorkload` is asked. `today` is left out for a round that is over, whose dates are past by nature. */
export type RoundPlan = {
  readonly dates: RoundDates
  readonly volumes: Volumes
  readonly plan: AssessmentPlan
  readonly holidays: readonly IsoDay[]
  readonly today?: IsoDay | undefined
}

function workAt(applications: number, plan: AssessmentPlan): Work {
  const readings = applications * plan.assessorsPerApplication
  const readingsPerAssessor = Math.ceil(readings / plan.assessors)
  const hoursPerAssessor = (readingsPerAssessor * plan.minutesPerApplication) / 60
  const interviews = Math.min(plan.interviews, applications)
  const roomHours = (Math.ceil(interviews / plan.panels) * plan.interviewMinutes) / 60
  return {
    applications,
    assessorHours: (readings * plan.minutesPerApplication) / 60,
    readingsPerAssessor,
    hoursPerAssessor,
    siftDaysNeeded: Math.ceil(hoursPerAssessor / plan.assessorHoursPerDay),
    interviews,
    panelHours: (interviews * plan.interviewMinutes * plan.panelSize) / 60,
    interviewDaysNeeded: Math.ceil(roomHours / plan.panelHoursPerDay),
  }
}

function dateWarnings({ dates, holidays, today }: RoundPlan): TimetableWarning[] {
  const warnings: TimetableWarning[] = []
  const set = ROUND_DATES.flatMap((date) => {
    const on = dates[date]
    return on === undefined ? [] : [{ date, on }]
  })
  for (const [index, { date, on }] of set.entries()) {
    const before = set[index - 1]
    if (before !== undefined && before.on > on) {
      warnings.push({
        code: 'dates-out-of-order',
        earlier: before.date,
        earlierOn: before.on,
        later: date,
        laterOn: on,
      })
    }
    if (today !== undefined && on < today) warnings.push({ code: 'date-in-the-past', date, on })
    if (!isWorkingDay(on, holidays)) warnings.push({ code: 'not-a-working-day', date, on })
  }
  return warnings
}

function shortOf(
  code: 'sift-too-short' | 'interviews-too-short',
  available: number | undefined,
  needed: (work: Work) => number,
  work: Record<keyof Volumes, Work>,
): TimetableWarning[] {
  if (available === undefined) return []
  return (['low', 'expected', 'high'] as const)
    .filter((volume) => needed(work[volume]) > available)
    .map((volume) => ({
      code,
      volume,
      applications: work[volume].applications,
      daysNeeded: needed(work[volume]),
      daysAvailable: available,
    }))
}

function checkPlan({ volumes, plan }: RoundPlan): void {
  for (const [name, value] of [...Object.entries(volumes), ...Object.entries(plan)]) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError(`${name} must be a number not below 0, was ${value}`)
  }
  const { assessors, panels, assessorHoursPerDay, panelHoursPerDay } = plan
  for (const [name, value] of Object.entries({ assessors, panels, assessorHoursPerDay, panelHoursPerDay })) {
    if (value === 0) throw new RangeError(`${name} must be above 0`)
  }
}

/**
 * The hours and days that a round takes, and what about its dates cannot work.
 *
 *     assessor hours = applications × assessors per application × minutes / 60
 *     sift days      = ⌈⌈readings / assessors⌉ × minutes / 60 / hours a day⌉
 *     panel hours    = interviews × minutes × panel size / 60
 *     interview days = ⌈⌈interviews / panels⌉ × minutes / 60 / hours a day⌉
 *
 * The sift has the working days after the deadline's, to the day it ends; interviews have all the working days from the
 * first to the last.
 *
 * @returns the work at each volume, the days there are, and warnings: those about dates in their order, then assessors,
 *   then the sift and the interviews from low to high
 * @throws {RangeError} if a number is negative or not finite, a divisor is 0, or a day does not exist: answers were checked
 *   before
 */
export function roundWorkload(round: RoundPlan): Workload {
  checkPlan(round)
  const { dates, volumes, plan, holidays } = round
  const work = {
    low: workAt(volumes.low, plan),
    expected: workAt(volumes.expected, plan),
    high: workAt(volumes.high, plan),
  }
  const { deadlineOn, siftEndsOn, interviewsStartOn, interviewsEndOn } = dates
  const days = (from: IsoDay | undefined, to: IsoDay | undefined): number | undefined =>
    from === undefined || to === undefined ? undefined : countWorkingDays(from, to, holidays)
  const siftDays = days(deadlineOn && addDays(deadlineOn, 1), siftEndsOn)
  const interviewDays = days(interviewsStartOn, interviewsEndOn)
  const { assessors, assessorsPerApplication } = plan
  const tooFew: TimetableWarning[] =
    assessors < assessorsPerApplication
      ? [{ code: 'too-few-assessors', assessors, needed: assessorsPerApplication }]
      : []
  return {
    ...work,
    siftDays,
    interviewDays,
    warnings: [
      ...dateWarnings(round),
      ...tooFew,
      ...shortOf('sift-too-short', siftDays, ({ siftDaysNeeded }) => siftDaysNeeded, work),
      ...shortOf('interviews-too-short', interviewDays, ({ interviewDaysNeeded }) => interviewDaysNeeded, work),
    ],
  }
}
