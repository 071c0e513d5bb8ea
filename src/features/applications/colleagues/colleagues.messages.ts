import { plainList } from '../../../core/text/plain-list.ts'
import { ukTime } from '../../../core/time/uk-time.ts'

/** What is wrong with an invitation. */
export type ColleagueProblem =
  | { readonly code: 'email-missing' | 'email-malformed' | 'part-not-chosen' | 'application-submitted' }
  | { readonly code: 'writes-already'; readonly name: string }
  | { readonly code: 'invited-too-often'; readonly email: string; readonly times: number }
  | { readonly code: 'too-many'; readonly most: number }
  | { readonly code: 'nobody-there'; readonly email: string }

export function colleagueProblemText(problem: ColleagueProblem): string {
  switch (problem.code) {
    case 'email-missing':
      return 'Enter an email address'
    case 'email-malformed':
      return 'Enter an email address in the correct format, like name@example.gov.uk'
    case 'part-not-chosen':
      return 'Select what they write, and at least one page'
    case 'application-submitted':
      return 'This application is submitted, so nobody can write it. Withdraw it first'
    case 'writes-already':
      return `${problem.name} can write this application already`
    case 'invited-too-often':
      return `${problem.email} has been written to ${problem.times} times today. Try again tomorrow`
    case 'too-many':
      return `No more than ${problem.most} people can be invited to one application. Remove somebody first`
    case 'nobody-there':
      return `${problem.email} is not invited to this application`
  }
}

type Invited = {
  readonly by: string
  readonly lead: string
  readonly fund: string
  readonly reference: string
  readonly pages: readonly string[] | null
  readonly expiresAt: Date
  readonly link: string
}

/** The message that invites somebody. `pages`: their titles. */
export const invitationMessage = (invited: Invited): { readonly subject: string; readonly body: string } => ({
  subject: `Write with ${invited.lead}: ${invited.fund}`,
  body: `${invited.by} invites you to write the application of ${invited.lead} to ${invited.fund}, ${invited.reference}.

${invited.pages === null ? 'You can write all of it.' : `You are asked to write: ${plainList(invited.pages)}.`}

Open this page and sign in with the address this message was sent to:
${invited.link}

The invitation ends at ${ukTime(invited.expiresAt)}. If you do not expect it, you need do nothing.`,
})
