import { phaseOf } from './phase.ts'
import type { RoundInstant } from './read-timetable.ts'
import type { Timetable } from './round.ts'

/** Why a timetable will not do for a round, at this moment. */
export type TimetableProblem =
  | { readonly code: 'deadline-in-the-past'; readonly field: 'deadlineAt'; readonly at: Date }
  | { readonly code: 'deadline-not-after-opening'; readonly field: 'deadlineAt'; readonly opensAt: Date }
  | { readonly code: 'questions-close-before-opening'; readonly field: 'questionsCloseAt'; readonly opensAt: Date }
  | { readonly code: 'questions-close-after-deadline'; readonly field: 'questionsCloseAt'; readonly deadlineAt: Date }
  | { readonly code: 'interviews-end-before-they-start'; readonly field: 'interviewsToOn'; readonly startOn: string }
  | { readonly code: 'needed-once-published'; readonly field: 'opensAt' | 'deadlineAt' }
  | { readonly code: 'opening-has-passed'; readonly field: 'opensAt'; readonly opensAt: Date }
  | { readonly code: 'deadline-moves-by-extension'; readonly field: 'deadlineAt'; readonly deadlineAt: Date }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }

/** A round as it stands, and what is to become of it. */
export type TimetableChange = {
  readonly before: Timetable /* with the round's own deadline */ & { readonly publishedAt: Date | null }
  readonly after: Timetable
  /** Why, for a round that the public has seen. */
  readonly reason: string
  readonly at: Date
}

const differs = (one: Date | null, other: Date | null): boolean => one?.getTime() !== other?.getTime()

/** Whether anything in a timetable is different. */
export const timetableDiffers = (one: Timetable, other: Timetable): boolean =>
  (['opensAt', 'questionsCloseAt', 'deadlineAt'] satisfies RoundInstant[]).some((field) =>
    differs(one[field], other[field]),
  ) ||
  (['siftedOn', 'shortlistOn', 'interviewsFromOn', 'interviewsToOn', 'decisionsOn', 'startsOn'] as const).some(
    (field) => one[field] !== other[field],
  )

function orderProblems({ opensAt, questionsCloseAt, deadlineAt, ...days }: Timetable): TimetableProblem[] {
  const problems: TimetableProblem[] = []
  if (questionsCloseAt && opensAt && questionsCloseAt < opensAt) {
    problems.push({ code: 'questions-close-before-opening', field: 'questionsCloseAt', opensAt })
  }
  if (questionsCloseAt && deadlineAt && questionsCloseAt > deadlineAt) {
    problems.push({ code: 'questions-close-after-deadline', field: 'questionsCloseAt', deadlineAt })
  }
  if (deadlineAt && opensAt && deadlineAt <= opensAt) {
    problems.push({ code: 'deadline-not-after-opening', field: 'deadlineAt', opensAt })
  }
  const { interviewsFromOn, interviewsToOn } = days
  if (interviewsFromOn && interviewsToOn && interviewsToOn < interviewsFromOn) {
    problems.push({ code: 'interviews-end-before-they-start', field: 'interviewsToOn', startOn: interviewsFromOn })
  }
  return problems
}

function publishedProblems({ before, after, reason, at }: TimetableChange): TimetableProblem[] {
  const phase = phaseOf(before, at)
  if (phase === 'preparing') return []
  const problems: TimetableProblem[] = []
  for (const field of ['opensAt', 'deadlineAt'] as const) {
    if (after[field] === null) problems.push({ code: 'needed-once-published', field })
  }
  const hasOpened = phase === 'open' || phase === 'closed'
  if (hasOpened && before.opensAt && after.opensAt && differs(before.opensAt, after.opensAt)) {
    problems.push({ code: 'opening-has-passed', field: 'opensAt', opensAt: before.opensAt })
  }
  if (hasOpened && before.deadlineAt && after.deadlineAt && differs(before.deadlineAt, after.deadlineAt)) {
    problems.push({ code: 'deadline-moves-by-extension', field: 'deadlineAt', deadlineAt: before.deadlineAt })
  }
  if (timetableDiffers(before, after) && reason.trim() === '')
    problems.push({ code: 'reason-missing', field: 'reason' })
  return problems
}

/**
 * Everything that stops a change of timetable. Days out of order are a warning of the workload, and no problem here.
 *
 * A deadline may stay in the past, where it was; it may not be set there. Once a round has opened, its opening is a fact
 * and nobody who counts on its deadline loses time: more is given by an extension, which is an object with its reason.
 */
export function checkTimetable(change: TimetableChange): readonly TimetableProblem[] {
  const { before, after, at } = change
  const problems = orderProblems(after)
  if (after.deadlineAt && differs(before.deadlineAt, after.deadlineAt) && after.deadlineAt <= at) {
    problems.push({ code: 'deadline-in-the-past', field: 'deadlineAt', at: after.deadlineAt })
  }
  return [...problems, ...publishedProblems(change)]
}
