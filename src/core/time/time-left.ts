/**
 * How long is left until a deadline, in words. The server says it on the page, and the browser goes on saying it, both by
 * this: no package, no clock, no zone.
 */

const minute = 60_000
const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
const hoursWords = (hours: number): string => (hours === 1 ? '1 hour' : `${hours} hours`)
const minutesWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

/**
 * The time left, rounded down so that nobody is told of time that is not there. A deadline is in time itself.
 *
 * @param ms milliseconds until the deadline; negative once it has passed
 * @example timeLeftWords(183_600_000) // => '2 days 3 hours left'
 * @example timeLeftWords(-1) // => 'The deadline has passed'
 */
export function timeLeftWords(ms: number): string {
  if (ms < 0) return 'The deadline has passed'
  const minutes = Math.floor(ms / minute)
  if (minutes === 0) return 'Less than a minute left'
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  const parts =
    days > 0
      ? [daysWords(days), hours > 0 ? hoursWords(hours) : '']
      : [hours > 0 ? hoursWords(hours) : '', minutes % 60 > 0 ? minutesWords(minutes % 60) : '']
  return `${parts.filter(Boolean).join(' ')} left`
}

/** How many minutes before the deadline it is said aloud to those who cannot see it. */
export const minutesAnnounced = [60, 10, 1] as const

/**
 * What to say aloud now, if the time left has come to one of those moments since it was last looked at, or the deadline
 * has passed meanwhile. Of several that were passed at once, as after a computer slept, only the last.
 *
 * @param beforeMs milliseconds left when it was last looked at
 * @param nowMs milliseconds left now
 * @example announcementWords(600_001, 599_400) // => '10 minutes left'
 * @example announcementWords(599_400, 598_400) // => undefined
 */
export function announcementWords(beforeMs: number, nowMs: number): string | undefined {
  if (nowMs < 0) return beforeMs >= 0 ? timeLeftWords(nowMs) : undefined
  const crossed = minutesAnnounced.filter((each) => beforeMs > each * minute && nowMs <= each * minute)
  if (crossed.length === 0) return undefined
  // A browser looks about once a second, and so a little after the moment itself.
  const last = Math.min(...crossed) * minute
  return timeLeftWords(last - nowMs < minute / 2 ? last : nowMs)
}
