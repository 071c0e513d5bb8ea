import { done, type Result, refused } from '../result.ts'
import { isoDay } from '../time/day.ts'
import { parseClock, type UkPart, ukMoment, ukParts } from '../time/uk-moment.ts'
import { problemsOf } from './field-problem.ts'
import type { Timetable } from './round.ts'

/** What is set to a time of day, in its order. */
export const roundInstants = ['opensAt', 'questionsCloseAt', 'deadlineAt'] as const
/** What is set to a day, in its order. */
export const roundDays = [
  'siftedOn',
  'shortlistOn',
  'interviewsFromOn',
  'interviewsToOn',
  'decisionsOn',
  'startsOn',
] as const

export type RoundInstant = (typeof roundInstants)[number]
export type RoundDay = (typeof roundDays)[number]
export type TimetableField = RoundInstant | RoundDay

/** A day as typed, and for an instant the time of day as people write it: "5pm", "11:59pm", "midday", "17:00". */
export type MomentTyped = {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly clock: string
}

export type TimetableTyped = Readonly<Record<TimetableField, MomentTyped>>

export type MomentPart = keyof MomentTyped

/** Why what was typed is not a timetable, read by itself. */
export type MomentProblem =
  | { readonly code: 'parts-missing'; readonly field: TimetableField; readonly parts: readonly MomentPart[] }
  | { readonly code: 'date-not-real'; readonly field: TimetableField }
  | { readonly code: 'clock-not-read'; readonly field: TimetableField; readonly typed: string }
  | { readonly code: 'time-skipped'; readonly field: TimetableField; readonly nextAt: Date }

/** A timetable that could be read. `twice` names instants that UK clocks showed twice; the later was taken. */
export type ReadTimetable = { readonly timetable: Timetable; readonly twice: readonly RoundInstant[] }

const isBlank = (typed: MomentTyped): boolean => Object.values(typed).every((part) => part.trim() === '')

type Moment = { readonly at: Date; readonly twice: boolean } | null

/** One moment as typed; null when nothing was. A day without its clock is read at midday. */
export function readMoment(
  field: TimetableField,
  typed: MomentTyped,
  needsClock: boolean,
): Result<Moment, MomentProblem> {
  if (isBlank(typed)) return done(null)
  const needed: readonly MomentPart[] = needsClock ? ['day', 'month', 'year', 'clock'] : ['day', 'month', 'year']
  const problems: MomentProblem[] = []
  const parts = needed.filter((part) => typed[part].trim() === '')
  if (parts.length > 0) problems.push({ code: 'parts-missing', field, parts })
  // A day is read at midday, which every day has.
  const clock = needsClock ? parseClock(typed.clock) : { hour: 12, minute: 0 }
  if (clock === undefined && typed.clock.trim() !== '') {
    problems.push({ code: 'clock-not-read', field, typed: typed.clock.trim() })
  }
  const { hour, minute } = clock ?? { hour: 12, minute: 0 }
  const { day, month, year } = typed
  const moment = ukMoment({ day, month, year, hour: String(hour), minute: String(minute) })
  for (const problem of moment.ok ? [] : moment.problems) {
    if (problem.code === 'date-not-real') problems.push({ code: 'date-not-real', field })
    if (problem.code === 'time-skipped') problems.push({ code: 'time-skipped', field, nextAt: problem.nextAt })
  }
  return moment.ok && problems.length === 0 ? done(moment.value) : refused(...problems)
}

/**
 * A timetable from what was typed. What was left blank altogether is not set yet.
 *
 * @returns the timetable, or everything in it that cannot be read, in the order of the form
 */
export function readTimetable(typed: TimetableTyped): Result<ReadTimetable, MomentProblem> {
  const moments = new Map<TimetableField, Result<Moment, MomentProblem>>()
  for (const field of roundInstants) moments.set(field, readMoment(field, typed[field], true))
  for (const field of roundDays) moments.set(field, readMoment(field, typed[field], false))
  const problems = problemsOf([...moments.values()])
  if (problems.length > 0) return refused(...problems)
  const moment = (field: TimetableField): Moment => {
    const reading = moments.get(field)
    return reading?.ok ? reading.value : null
  }
  const at = (field: RoundInstant): Date | null => moment(field)?.at ?? null
  const on = (field: RoundDay): string | null => {
    const found = moment(field)
    return found === null ? null : isoDay(found.at)
  }
  return done({
    timetable: {
      opensAt: at('opensAt'),
      questionsCloseAt: at('questionsCloseAt'),
      deadlineAt: at('deadlineAt'),
      siftedOn: on('siftedOn'),
      shortlistOn: on('shortlistOn'),
      interviewsFromOn: on('interviewsFromOn'),
      interviewsToOn: on('interviewsToOn'),
      decisionsOn: on('decisionsOn'),
      startsOn: on('startsOn'),
    },
    twice: roundInstants.filter((field) => moment(field)?.twice === true),
  })
}

const nothingTyped: MomentTyped = { day: '', month: '', year: '', clock: '' }

/** "5pm" as people type it; with minutes when there are any. `parseClock` reads it back. */
function clockTyped({ hour, minute }: Record<Extract<UkPart, 'hour' | 'minute'>, string>): string {
  if (minute === '00' && hour === '12') return 'midday'
  if (minute === '00' && hour === '00') return 'midnight'
  const hours = Number(hour)
  return `${hours % 12 === 0 ? 12 : hours % 12}${minute === '00' ? '' : `:${minute}`}${hours < 12 ? 'am' : 'pm'}`
}

/** An instant as a form shows it again; blank for none. */
export function typedInstant(at: Date | null): MomentTyped {
  if (at === null) return nothingTyped
  const { day, month, year, ...clock } = ukParts(at)
  return { day, month, year, clock: clockTyped(clock) }
}

/** A timetable as a form shows it again, so that reading it back gives the same. */
export function typedTimetable(timetable: Timetable): TimetableTyped {
  const date = (on: string | null): MomentTyped => {
    if (on === null) return nothingTyped
    const [year = '', month = '', day = ''] = on.split('-')
    return { day: String(Number(day)), month: String(Number(month)), year, clock: '' }
  }
  return {
    opensAt: typedInstant(timetable.opensAt),
    questionsCloseAt: typedInstant(timetable.questionsCloseAt),
    deadlineAt: typedInstant(timetable.deadlineAt),
    siftedOn: date(timetable.siftedOn),
    shortlistOn: date(timetable.shortlistOn),
    interviewsFromOn: date(timetable.interviewsFromOn),
    interviewsToOn: date(timetable.interviewsToOn),
    decisionsOn: date(timetable.decisionsOn),
    startsOn: date(timetable.startsOn),
  }
}
