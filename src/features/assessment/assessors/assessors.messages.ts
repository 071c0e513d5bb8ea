import type { AssessorState } from './assessors.store.ts'

export type AssessorProblem =
  | { readonly code: 'email-missing' | 'email-malformed'; readonly field: 'email' }
  | { readonly code: 'asked-already' | 'frozen'; readonly field: 'email' }
  | { readonly code: 'frozen-since'; readonly field: 'answer' }
  | { readonly code: 'not-invited'; readonly field: 'answer' }
  | { readonly code: 'answer-missing'; readonly field: 'answer' }
  | { readonly code: 'load-wrong'; readonly field: 'load' }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'not-assessing'; readonly field: 'reason' }

export function assessorProblemText(problem: AssessorProblem): string {
  switch (problem.code) {
    case 'email-missing':
      return 'Enter an email address'
    case 'email-malformed':
      return 'Enter an email address in the correct format, like name@example.gov.uk'
    case 'asked-already':
      return 'This person is invited already, or has accepted'
    case 'frozen':
      return 'The shortlist is frozen, so there is nothing left to assess: nobody can be invited any more'
    case 'frozen-since':
      return 'The shortlist is frozen since, so there is nothing left to assess: select No'
    case 'not-invited':
      return 'This invitation has been answered, or taken back'
    case 'answer-missing':
      return 'Select whether you will assess'
    case 'load-wrong':
      return 'Enter how many you would read as a whole number from 1 to 500, or leave it blank'
    case 'reason-missing':
      return 'Enter the reason'
    case 'not-assessing':
      return 'This person is not an assessor now'
  }
}

export const stateWords: Readonly<Record<AssessorState, string>> = {
  invited: 'Invited',
  accepted: 'Accepted',
  declined: 'Declined',
  ended: 'Ended',
}

/** The message that asks somebody to assess. */
export const assessorInvitation = (asked: {
  readonly by: string
  readonly fund: string
  readonly round: string
  readonly link: string
}): { readonly subject: string; readonly body: string } => ({
  subject: `Will you assess applications to ${asked.fund}?`,
  body: `${asked.by} asks you to assess applications to ${asked.fund}, ${asked.round}.

Open this page and sign in with the address this message was sent to. It says what is asked of you, and lets you accept or decline:
${asked.link}

If you accept, you enter what you know, how many you would read, and the authorities and suppliers you have an interest in. We use this so that you are not given any that you should not read.`,
})
