import type { ExpertStanding } from '../../../core/experts/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { AcceptProblem } from './accept-terms.ts'
import type { EndProblem } from './end-expert.ts'
import type { InviteProblem } from './invite-expert.ts'

export const standingTags: Readonly<Record<ExpertStanding, { readonly text: string; readonly classes: string }>> = {
  invited: { text: 'Invited', classes: 'govuk-tag--grey' },
  'terms-changed': { text: 'To accept new terms', classes: 'govuk-tag--yellow' },
  'no-profile': { text: 'Without a profile', classes: 'govuk-tag--yellow' },
  ready: { text: 'On the panel', classes: 'govuk-tag--green' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
}

export function inviteProblemText({ code }: InviteProblem): FieldText {
  switch (code) {
    case 'email-missing':
      return fieldText('email', 'Enter an email address')
    case 'email-malformed':
      return fieldText('email', 'Enter an email address in the correct format, like name@example.gov.uk')
    case 'asked-already':
      return fieldText('email', 'This person is invited already, or on the panel')
    case 'no-terms':
      return fieldText('email', 'Write the terms of the panel first: nobody can join without them')
  }
}

export function acceptProblemText({ code }: AcceptProblem): FieldText {
  return code === 'not-agreed'
    ? fieldText('agreed', 'Tick the box if you accept the terms')
    : fieldText('agreed', 'The terms were changed while you read them. Read them as they are now')
}

export function endProblemText(problem: EndProblem): FieldText {
  return problem.code === 'reason-missing'
    ? fieldText('reason', 'Enter the reason')
    : fieldText(
        'reason',
        `${problem.open === 1 ? '1 question is' : `${problem.open} questions are`} open with this expert. Offer ${problem.open === 1 ? 'it' : 'them'} to somebody else first`,
      )
}
