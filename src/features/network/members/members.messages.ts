import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { AcceptProblem } from './accept-conduct.ts'
import type { GuestProblem } from './invite-guest.ts'
import type { MemberKind } from './members.store.ts'
import type { ConductProblem } from './write-conduct.ts'

export const memberKindWords: Readonly<Record<MemberKind, string>> = {
  'award-holder': 'Award holder',
  'programme-team': 'Programme team',
  expert: 'Expert',
  guest: 'Invited',
}

export function acceptProblemText(problem: AcceptProblem): FieldText {
  switch (problem.code) {
    case 'not-agreed':
      return fieldText('agreed', 'Select that you accept the code of conduct')
    case 'conduct-changed':
      return fieldText('agreed', 'The code was changed while you read it. Read it again')
  }
}

export function guestProblemText(problem: GuestProblem): FieldText {
  switch (problem.code) {
    case 'email-missing':
      return fieldText('email', 'Enter an email address')
    case 'email-malformed':
      return fieldText('email', 'Enter an email address in the correct format, like name@example.com')
    case 'invited-already':
      return fieldText('email', 'They are invited already')
    case 'note-missing':
      return fieldText('note', 'Enter who they are')
    case 'note-too-long':
      return fieldText('note', `Who they are must be ${problem.most} characters or less`)
  }
}

export function conductProblemText(problem: ConductProblem): FieldText {
  switch (problem.code) {
    case 'conduct-missing':
      return fieldText('text', 'Enter the code of conduct')
    case 'conduct-same':
      return fieldText('text', 'Change something: this is the version in force')
    case 'conduct-too-long':
      return fieldText('text', `The code of conduct must be ${problem.most} characters or less`)
  }
}
