import { daysBetween, type IsoDay } from '../time/day.ts'

/** So many days before the day by which a condition is due its council is reminded of it. */
export const reminderDays = [30, 7, 0] as const

/**
 * Which reminder of a condition is due: the last whose day has come, so that one that was missed is made up for by the next.
 *
 * @returns its days before; undefined when the first is still to come, and once the day has passed
 * @example conditionReminder('2026-03-31', '2026-03-20') // => 30
 */
export function conditionReminder(dueOn: IsoDay, on: IsoDay): (typeof reminderDays)[number] | undefined {
  const left = daysBetween(on, dueOn)
  return left < 0 ? undefined : reminderDays.findLast((days) => left <= days)
}
