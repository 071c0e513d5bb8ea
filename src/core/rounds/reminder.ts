import { done, type Result, refused } from '../result.ts'

/** A reminder that has fallen due: so many hours before the deadline, at that instant. */
export type DueReminder = { readonly hours: number; readonly dueAt: Date }

/**
 * Which reminder of a deadline is due. Of several whose time has come only the last: who was not told two days before
 * is told three hours before, and once. None whose time had passed when the deadline moved, since the news of that told
 * the same; none after the deadline.
 *
 * @param movedAt when the deadline was last extended; null if it was not
 * @example dueReminder(new Date(10 * 3_600_000), [9, 3], null, new Date(2 * 3_600_000)) // => { hours: 9, dueAt: new Date(3_600_000) }
 */
export function dueReminder(
  deadlineAt: Date,
  hours: readonly number[],
  movedAt: Date | null,
  at: Date,
): DueReminder | undefined {
  if (at > deadlineAt) return undefined
  const instants = hours.map((each) => ({ hours: each, dueAt: new Date(deadlineAt.getTime() - each * 3_600_000) }))
  const come = instants.filter(({ dueAt }) => dueAt <= at).sort((one, other) => one.hours - other.hours)
  const [last] = come
  return last === undefined || (movedAt !== null && last.dueAt < movedAt) ? undefined : last
}

/** The most reminders of one deadline, and the most hours before it. */
export const mostReminders = 5
export const mostReminderHours = 720

export type ReminderProblem = {
  readonly code: 'reminder-not-hours' | 'too-many-reminders'
  readonly typed: string
}

/**
 * Hours before a deadline as typed: whole numbers between commas or spaces. Nothing typed: no reminders.
 *
 * @returns each once, the longest first
 * @example readReminderHours('48, 3') // => done([48, 3])
 */
export function readReminderHours(typed: string): Result<readonly number[], ReminderProblem> {
  const parts = typed.split(/[\s,;]+/).filter(Boolean)
  const wrong = parts.find((part) => !/^\d{1,3}$/.test(part) || Number(part) < 1 || Number(part) > mostReminderHours)
  if (wrong !== undefined) return refused({ code: 'reminder-not-hours', typed: wrong })
  const hours = [...new Set(parts.map(Number))].sort((one, other) => other - one)
  if (hours.length > mostReminders) return refused({ code: 'too-many-reminders', typed })
  return done(hours)
}
