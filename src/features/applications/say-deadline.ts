import { timeLeftWords } from '../../core/time/time-left.ts'
import { ukTime, ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { CountdownOptions } from '../../ui/patterns/countdown.ts'

/**
 * The deadline and how far it is, in words and as the browser goes on counting it. A day is 24 hours.
 *
 * @example sayDeadline(new Date('2014-02-10T17:00:00Z'), new Date('2014-02-08T14:00:00Z')).left // => '2 days 3 hours left'
 */
export function sayDeadline(deadlineAt: Date, at: Date): CountdownOptions {
  const ms = deadlineAt.getTime() - at.getTime()
  return {
    when: ukTimeWithZone(deadlineAt),
    left: timeLeftWords(ms),
    passed: ms < 0,
    deadlineMs: deadlineAt.getTime(),
    serverMs: at.getTime(),
  }
}

/**
 * When something was written, marked if that was too late to count.
 *
 * @example sayWritten(savedAt, deadlineAt) // => '5:02pm on Monday 10 March 2014, after the deadline'
 */
export const sayWritten = (at: Date, deadlineAt: Date | null): string =>
  deadlineAt !== null && at > deadlineAt ? `${ukTime(at)}, after the deadline` : ukTime(at)
