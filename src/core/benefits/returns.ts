import { addMonths, daysBetween, type IsoDay } from '../time/day.ts'

/** After how many months from its acceptance an award is reported on. */
export const returnMonths = [6, 12, 24, 36] as const
export type ReturnMonths = (typeof returnMonths)[number]

/** @returns undefined for what is no return */
export const readReturnMonths = (text: string): ReturnMonths | undefined =>
  returnMonths.find((months) => String(months) === text)

/** The day by which a return is due. */
export const dueOn = (acceptedOn: IsoDay, months: ReturnMonths): IsoDay => addMonths(acceptedOn, months)

/**
 * How far a return is. `waiting`: its day is more than a month away. `due`: it can be made. `overdue`: its day has passed.
 * `frozen`: finance is to confirm it. `confirmed`: it is to be sent. `sent`: the programme team is to read it. `questioned`:
 * a question was asked back, and another version is to be made. `sent-back`: so by finance. `accepted`. `published`.
 */
export type ReturnState =
  | 'waiting'
  | 'due'
  | 'overdue'
  | 'frozen'
  | 'confirmed'
  | 'sent'
  | 'questioned'
  | 'sent-back'
  | 'accepted'
  | 'published'

/** What was done with a version of a return, in its order. */
export const returnSteps = ['confirmed', 'sent', 'questioned', 'accepted', 'published'] as const
export type ReturnStep = (typeof returnSteps)[number]

/** From how many days before its day a return is asked for. */
export const daysAskedBefore = 30

/**
 * How far a return is.
 *
 * @param steps of its last version, the last one last; undefined where there is no version yet
 */
export function returnState(
  { due, today }: { readonly due: IsoDay; readonly today: IsoDay },
  steps: readonly ReturnStep[] | undefined,
): ReturnState {
  if (steps !== undefined) {
    const last = steps.at(-1) ?? 'frozen'
    // Finance asks before a version is sent, the programme team once it is.
    return last === 'questioned' && !steps.includes('sent') ? 'sent-back' : last
  }
  const days = daysBetween(today, due)
  return days < 0 ? 'overdue' : days <= daysAskedBefore ? 'due' : 'waiting'
}

/** What may follow what was done last with a version. */
const follows: Readonly<Record<ReturnStep, readonly ReturnState[]>> = {
  confirmed: ['frozen'],
  sent: ['confirmed'],
  // Finance asks before it confirms, and the programme team once it is sent.
  questioned: ['frozen', 'sent'],
  accepted: ['sent'],
  published: ['accepted'],
}

export const mayFollow = (step: ReturnStep, state: ReturnState): boolean => follows[step].includes(state)

/** Whether the council can make a version of a return: the first, or another after a question. */
export const canFreeze = (state: ReturnState): boolean =>
  isAskedBack(state) || ['waiting', 'due', 'overdue', 'frozen'].includes(state)

/** Whether finance or the programme team has asked about its last version, and waits for another. */
export const isAskedBack = (state: ReturnState): boolean => state === 'questioned' || state === 'sent-back'

/** Days before its day on which a return is asked for; the last is the day after. */
export const reminders = [30, 7, -1] as const
export type ReminderDay = (typeof reminders)[number]

/** The reminder that a return should have had by now, and no later one; undefined before the first. */
export function reminderFor(due: IsoDay, today: IsoDay): ReminderDay | undefined {
  const days = daysBetween(today, due)
  return reminders.findLast((each) => days <= each)
}

/** Whether somebody of the council has to go on with a return: those who write it, or its finance. */
export const asksCouncil = (state: ReturnState): boolean =>
  isAskedBack(state) || ['due', 'overdue', 'frozen', 'confirmed'].includes(state)
