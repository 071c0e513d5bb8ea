import { done, type Result, refused } from '../result.ts'
import { daysBetween, type IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'

/** What is wrong with a day by which something is done. */
export type DayProblem<Field extends string> = {
  readonly code: 'day-missing' | 'day-malformed' | 'day-past'
  readonly field: Field
}

/** The day by which something is done, from what was typed. @param today no such day is before it */
export function readDueDay<Field extends string>(
  field: Field,
  typed: TypedDay,
  today: IsoDay,
): Result<IsoDay, DayProblem<Field>> {
  if (isUntyped(typed)) return refused({ code: 'day-missing', field })
  const day = readTypedDay(typed)
  if (day === undefined) return refused({ code: 'day-malformed', field })
  return daysBetween(today, day) < 0 ? refused({ code: 'day-past', field }) : done(day)
}
