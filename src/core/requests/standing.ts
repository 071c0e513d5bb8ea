import type { IsoDay } from '../time/day.ts'

/** As much of a request as says how far it has come. */
export type RequestProgress = {
  readonly dueOn: IsoDay
  /** The number of the last draft; 0 while there is none. */
  readonly drafts: number
  /** Whether the last draft is cleared by a second person. */
  readonly cleared: boolean
  readonly answeredOn: IsoDay | null
}

export const requestStates = ['to-draft', 'to-clear', 'to-send', 'answered'] as const
export type RequestState = (typeof requestStates)[number]

/** @example requestState({ dueOn: '2026-01-05', drafts: 1, cleared: false, answeredOn: null }) // => 'to-clear' */
export function requestState({ drafts, cleared, answeredOn }: RequestProgress): RequestState {
  if (answeredOn !== null) return 'answered'
  if (drafts === 0) return 'to-draft'
  return cleared ? 'to-send' : 'to-clear'
}

/** Whether it is late, or was: from the day after it was due. */
export const isLate = ({ dueOn, answeredOn }: RequestProgress, today: IsoDay): boolean => (answeredOn ?? today) > dueOn
