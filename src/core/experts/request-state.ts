import { addDays, type IsoDay } from '../time/day.ts'

/**
 * How far a request is: asked; offered to an expert; taken by one; advised, once the council has accepted a note; or withdrawn.
 * One that an expert declines is asked again.
 */
export const requestStates = ['asked', 'offered', 'taken', 'advised', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** Whether a question can be withdrawn: until its advice is accepted. @example canWithdraw('taken') // => true */
export const canWithdraw = (state: RequestState): boolean => state !== 'advised' && state !== 'withdrawn'

const daysUntilFollowUp = 91

/** When a council is asked what it did with advice: three months, which are thirteen weeks, after it accepted it. */
export const followUpOn = (acceptedOn: IsoDay): IsoDay => addDays(acceptedOn, daysUntilFollowUp)
