import { daysBetween, isoDay } from '../../core/time/day.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'

/**
 * The deadline and how far it is, in words. Days are those of the calendar; on the last day hours and minutes, rounded
 * down so that nobody is told of time that is not there.
 *
 * @example sayDeadline(new Date('2014-02-10T17:00:00Z'), new Date('2014-02-08T09:00:00Z')) // => { when: '5:00pm GMT on Monday 10 February 2014', left: '2 days left', passed: false }
 */
export function sayDeadline(deadlineAt: Date, at: Date): { when: string; left: string; passed: boolean } {
  const when = ukTimeWithZone(deadlineAt)
  if (at > deadlineAt) return { when, left: 'The deadline has passed', passed: true }
  const days = daysBetween(isoDay(at), isoDay(deadlineAt))
  if (days > 0) return { when, left: `${days} ${days === 1 ? 'day' : 'days'} left`, passed: false }
  const minutes = Math.floor((deadlineAt.getTime() - at.getTime()) / 60_000)
  const hours = Math.floor(minutes / 60)
  const parts = [
    hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
    `${minutes % 60} ${minutes % 60 === 1 ? 'minute' : 'minutes'}`,
  ].filter(Boolean)
  return { when, left: `${parts.join(' and ')} left today`, passed: false }
}
