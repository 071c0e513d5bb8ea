import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import type { GivingProblem } from './extend-deadline.ts'
import type { LetInProblem } from './let-in-late.ts'

export type { FieldText }

/** The words for whatever stops an extension. */
export function givingProblemText(problem: GivingProblem): FieldText {
  switch (problem.code) {
    case 'extension-scope-missing':
      return fieldText('scope', 'Select whether everyone or one application gets more time')
    case 'extension-kind-missing':
      return fieldText('kind', 'Select why more time is given')
    case 'extension-deadline-missing':
      return { ...fieldText('deadline', 'Enter the new deadline'), href: '#deadline-day' }
    case 'extension-application-unknown':
      return fieldText(
        'reference',
        problem.reference === ''
          ? 'Enter the reference of the application'
          : `This round has no application ${problem.reference}`,
      )
    case 'extension-application-submitted':
      return fieldText('reference', `Application ${problem.reference} has been submitted, so it needs no more time`)
    case 'extension-reason-missing':
      return fieldText('reason', 'Enter the reason: it is published')
    case 'extension-notice-missing':
      return fieldText('notice', 'Enter what everybody is to be told')
    case 'extension-too-long':
      return fieldText(problem.field, `The ${problem.field} must be ${problem.most} characters or less`)
    case 'fault-extends-everyone':
      return fieldText('scope', 'A fault of the service gives everyone more time, not one application')
    case 'extension-gives-nothing':
      return {
        ...fieldText(
          'deadline',
          `The new deadline must be after ${ukTimeWithZone(problem.deadlineAt)}: an extension takes no time away`,
        ),
        href: '#deadline-day',
      }
    case 'extension-in-the-past':
      return {
        ...fieldText(
          'deadline',
          `${ukTimeWithZone(problem.deadlineAt)} has passed: the new deadline must be in the future`,
        ),
        href: '#deadline-day',
      }
    case 'extension-before-opening':
      return fieldText('deadline', 'The round has not opened yet. Change its timetable instead')
    case 'extension-too-late':
      return fieldText(
        'deadline',
        `The deadline was ${ukTimeWithZone(problem.deadlineAt)}. More time can be given for ${problem.hours} hours after it, and no later`,
      )
    default:
      return momentText(problem, 'deadline', 'the new deadline')
  }
}

/** Why a deadline moved, in a few words. */
export const kindWords = { 'service-fault': 'A fault of the service', other: 'Another reason' } as const

/** The words for whatever stops a late submission from being let in. */
export function letInProblemText(problem: LetInProblem): FieldText {
  switch (problem.code) {
    case 'late-not-complete':
      return fieldText('reason', 'The submission was not complete, so it cannot be let in')
    case 'late-submitted-since':
      return fieldText('reason', 'The application has been submitted since')
    case 'late-another-submitted':
      return fieldText('reason', 'The authority has submitted another application to this round')
    case 'late-too-late':
      return fieldText('reason', `It came more than ${problem.hours} hours after the deadline, so it cannot be let in`)
    default:
      return givingProblemText(problem)
  }
}
