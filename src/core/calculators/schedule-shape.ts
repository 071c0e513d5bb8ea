import {
  type DiscountSchedule,
  discountSchedules,
  type OtherScheduleName,
  otherSchedules,
  type RateBand,
  type ScheduleName,
} from '../appraisal/index.ts'
import { count, list, number, object, optional, pointer, type Shape, type ShapeProblem } from '../canonical/index.ts'

/** A schedule by its name, or written out. */
export type GivenSchedule = ScheduleName | OtherScheduleName | DiscountSchedule

const schedules = { ...discountSchedules, ...otherSchedules }
const names = Object.keys(schedules)

/** A rate a year. */
export const rate: Shape = (value, at) => {
  const wrong = number(value, at)
  if (wrong.length > 0) return wrong
  return Number(value) > -1 && Number(value) <= 1
    ? []
    : [{ at, text: 'must be a fraction above -1 and up to 1, such as 0.035' }]
}

const bands = list(object<RateBand>({ from: count(1), to: optional(count(1)), rate }), 1)

/** A name of a schedule, or bands of years that follow one another from year 1, the last without end. */
export const scheduleShape: Shape = (value, at) => {
  if (typeof value === 'string')
    return names.includes(value) ? [] : [{ at, text: `must be one of: ${names.join(', ')}, or a list of bands` }]
  const wrong = bands(value, at)
  return wrong.length > 0 ? wrong : orderProblems(value as DiscountSchedule, at)
}

/** The last band of a list goes on for ever, whatever its end. */
function orderProblems(schedule: DiscountSchedule, at: string): readonly ShapeProblem[] {
  return schedule.flatMap(({ from, to }, place) => {
    const before = schedule[place - 1]
    const expected = place === 0 ? 1 : (before?.to ?? Number.NaN) + 1
    const wrong: ShapeProblem[] = []
    if (from !== expected)
      wrong.push({
        at: `${pointer(at, place)}/from`,
        text: place === 0 ? 'must be 1' : 'must be the year after the band before it ends',
      })
    if (to !== undefined && to < from) wrong.push({ at: `${pointer(at, place)}/to`, text: 'must not be before from' })
    return wrong
  })
}

/** The bands. */
export function scheduleOf(given: GivenSchedule): DiscountSchedule {
  if (typeof given === 'string') return schedules[given]
  return given.map(({ from, to, rate: each }, place) =>
    to === undefined || place === given.length - 1 ? { from, rate: each } : { from, to, rate: each },
  )
}
