import type { IsoDay } from '../time/day.ts'

/** As much of a request as says how far it has come. */
export type RequestProgress = {
  readonly dueOn: IsoDay
  /** The number of the last draft; 0 while there is none. */
  readonly drafts: number
  /** Whether the last draft is cleared by a second person. */
  readonly cleared: boolean
  readonly answeredOn: IsoDay | null
  /** Since when a question back waits for its answer, so that no time runs; null where none does. */
  readonly waitsSince: IsoDay | null
}

export const requestStates = ['to-draft', 'to-clear', 'to-send', 'waits', 'answered'] as const
export type RequestState = (typeof requestStates)[number]

/** @example requestState({ dueOn: '2026-01-05', drafts: 1, cleared: false, answeredOn: null, waitsSince: null }) // => 'to-clear' */
export function requestState({ drafts, cleared, answeredOn, waitsSince }: RequestProgress): RequestState {
  if (answeredOn !== null) return 'answered'
  if (waitsSince !== null) return 'waits'
  if (drafts === 0) return 'to-draft'
  return cleared ? 'to-send' : 'to-clear'
}

/** Whether it is late, or was: from the day after it was due, and not while a question back waits. */
export const isLate = ({ dueOn, answeredOn, waitsSince }: RequestProgress, today: IsoDay): boolean =>
  (answeredOn !== null || waitsSince === null) && (answeredOn ?? today) > dueOn
