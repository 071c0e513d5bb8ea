const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Whether the text is a day of the calendar written `YYYY-MM-DD`.
 *
 * @example isIsoDay('2023-04-01') // => true
 * @example isIsoDay('2023-02-29') // => false
 */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // Some days that are not there roll over to the next month, so the day is read back.
  return !Number.isNaN(time) && isoDayOf(time) === text
}

/**
 * The day before, by the calendar.
 *
 * @param day `YYYY-MM-DD`
 * @throws {RangeError} if it is not a day: a fault of ours, since days from files are checked before this
 * @example dayBefore('2023-04-01') // => '2023-03-31'
 * @example dayBefore('2024-03-01') // => '2024-02-29'
 */
export function dayBefore(day: string): string {
  if (!isIsoDay(day)) throw new RangeError(`a day must be YYYY-MM-DD, was ${day}`)
  return isoDayOf(Date.parse(`${day}T00:00:00Z`) - dayMilliseconds)
}

const isoDayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
