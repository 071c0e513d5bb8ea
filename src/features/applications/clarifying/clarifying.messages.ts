import { problemText } from '../../../core/forms/index.ts'
import type { AnswerRequestState } from '../../../core/rounds/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import { type AskingProblem, longestAsked } from './ask-about-answers.ts'
import type { ClosingProblem } from './close-request.ts'
import type { ReplyProblem } from './reply-to-request.ts'

/** Whatever stops a request. */
export function askingProblemText(problem: AskingProblem): FieldText {
  switch (problem.code) {
    case 'deadline-to-come':
      return fieldText(
        'questions',
        `The deadline is ${ukTimeWithZone(problem.deadlineAt)}. Until then the authority can change its answers itself`,
      )
    case 'no-question-chosen':
      return fieldText('questions', 'Select at least one answer to ask about')
    case 'asked-missing':
      return fieldText(`ask-${problem.questionId}`, 'Enter what you ask about this answer')
    case 'asked-too-long':
      return fieldText(`ask-${problem.questionId}`, `What you ask must be ${longestAsked} characters or less`)
    case 'note-too-long':
      return fieldText('note', `The note must be ${longestAsked} characters or less`)
    case 'due-missing':
      return { ...fieldText('due', 'Enter when the reply is due'), href: '#due-day' }
    case 'due-in-the-past':
      return { ...fieldText('due', 'The reply must be due in the future'), href: '#due-day' }
    default:
      return momentText(problem, 'due', 'when the reply is due')
  }
}

/** Whatever stops a reply. */
export function replyProblemText(problem: ReplyProblem): { readonly text: string; readonly href: string } {
  switch (problem.code) {
    case 'request-closed':
      return {
        text: `The request was closed at ${ukTimeWithZone(problem.closedAt)}, so your reply was not taken`,
        href: '#main-content',
      }
    case 'nothing-replied':
      return { text: 'Enter a reply to at least one question', href: '#replies' }
    case 'reply':
      return { text: problemText(problem.problem), href: `#${problem.problem.field}` }
  }
}

/** Whatever stops the closing of a request. */
export const closingProblemText = ({ dueAt }: ClosingProblem): string =>
  `The request cannot be closed before the reply is due, at ${ukTimeWithZone(dueAt)}.`

/**
 * Where a request stands.
 *
 * @param replied whether every question of it has a reply
 */
export const requestStateText = (state: AnswerRequestState, replied: boolean): string =>
  replied && state !== 'closed' ? 'Replied. It can be replied to again until it is closed' : requestStateWords[state]

const requestStateWords: Readonly<Record<AnswerRequestState, string>> = {
  open: 'Waiting for a reply',
  overdue: 'Overdue: replies are marked late',
  closed: 'Closed',
}
