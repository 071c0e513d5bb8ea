/** How an assessor stands with their pile at one moment. Times are instants; a pile may be empty. */
export type PaceFacts = {
  readonly given: number
  readonly submitted: number
  /** How long one application should take. */
  readonly minutesEach: number
  readonly openedAt: Date
  readonly dueAt: Date
  readonly at: Date
}

/** `behind`: fewer are done than of the time has gone. `late`: the day has passed and some are left. */
export type Pace = {
  readonly left: number
  readonly minutesLeft: number
  /** How many a day from now on, to be done in time; null once it has passed or when none is left. */
  readonly eachDay: number | null
  readonly standing: 'done' | 'in-time' | 'behind' | 'late'
}

const dayMs = 86_400_000

/**
 * How many are left, how long that takes, and whether the pace so far is enough.
 *
 * @example
 * paceOf({ given: 6, submitted: 2, minutesEach: 45, openedAt, dueAt: tenDaysLater, at: fiveDaysLater })
 * // => { left: 4, minutesLeft: 180, eachDay: 0.8, standing: 'behind' }
 */
export function paceOf({ given, submitted, minutesEach, openedAt, dueAt, at }: PaceFacts): Pace {
  const left = Math.max(0, given - submitted)
  const minutesLeft = left * minutesEach
  if (left === 0) return { left, minutesLeft, eachDay: null, standing: 'done' }
  const msLeft = dueAt.getTime() - at.getTime()
  if (msLeft < 0) return { left, minutesLeft, eachDay: null, standing: 'late' }
  const whole = Math.max(1, dueAt.getTime() - openedAt.getTime())
  const gone = Math.min(1, Math.max(0, (at.getTime() - openedAt.getTime()) / whole))
  const expected = Math.floor(gone * given)
  const days = Math.max(1, msLeft / dayMs)
  return { left, minutesLeft, eachDay: left / days, standing: submitted < expected ? 'behind' : 'in-time' }
}
