import type { Period } from './retention-rule.ts'

const msPerDay = 86_400_000

/**
 * The time before which a period that began is over at an instant. Months are those of the calendar, in UTC; from the end
 * of a long month to the last day of a short one.
 *
 * @example cutoff({ months: 1, after: 'ended' }, new Date('2026-03-31T09:00:00Z')) // => 2026-02-28T09:00:00.000Z
 */
export function cutoff(period: Period, at: Date): Date {
  if ('days' in period) return new Date(at.getTime() - period.days * msPerDay)
  const before = new Date(at)
  before.setUTCMonth(before.getUTCMonth() - period.months)
  if (before.getUTCDate() !== at.getUTCDate()) before.setUTCDate(0)
  return before
}
