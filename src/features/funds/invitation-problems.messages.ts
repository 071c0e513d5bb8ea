import { hoursBetweenReminders } from '../../core/rounds/invitation.ts'
import type { AnswerProblem } from './answer-invitation.ts'
import type { Words } from './fields.messages.ts'
import type { InviteProblem } from './invite-authorities.ts'
import type { RemindProblem } from './remind-invited.ts'
import type { ContactsProblem } from './save-contacts.ts'

/** What stops bodies from being invited, written to or reminded. */
export function inviteProblemWords(problem: InviteProblem | RemindProblem): Words {
  switch (problem.code) {
    case 'round-not-published':
      return { text: 'Publish the round first: nobody can be asked to apply for what they cannot see' }
    case 'round-closed':
      return { text: 'The round is closed, so nobody is written to any more' }
    case 'nobody-chosen':
      return { text: 'Select at least one authority', href: '#organisations', field: 'organisations' }
    case 'not-eligible':
      return {
        text: 'Some of those you chose may not lead an application in this round. Choose again.',
        href: '#organisations',
        field: 'organisations',
      }
    case 'nobody-to-remind':
      return {
        text: `There is nobody to remind: all have answered, have no address, or were written to in the last ${hoursBetweenReminders} hours`,
      }
  }
}

const onLine = (line: number, text: string): Words => ({
  text: `Line ${line}: ${text}`,
  href: '#contacts',
  field: 'contacts',
})

/** What is wrong with pasted addresses, line by line. */
export function contactsProblemWords(problem: ContactsProblem): Words {
  switch (problem.code) {
    case 'nothing-pasted':
      return { text: 'Enter at least one line with a code and an email address', href: '#contacts', field: 'contacts' }
    case 'not-code-and-email':
      return onLine(problem.line, 'enter a code and an email address with a comma between them')
    case 'code-not-invited':
      return onLine(problem.line, `no invited authority has the code “${problem.typed}”`)
    case 'email-malformed':
      return onLine(problem.line, `“${problem.typed}” is not an email address`)
    case 'code-twice':
      return onLine(problem.line, `“${problem.typed}” is on line ${problem.firstLine} already`)
    default:
      return inviteProblemWords(problem)
  }
}

/** What stops an answer to an invitation. */
export function answerProblemWords(problem: AnswerProblem): Words {
  return problem.code === 'round-closed'
    ? { text: 'The round is closed. Your answer can no longer be changed.' }
    : { text: 'Select whether you are interested', href: '#response', field: 'response' }
}
