import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'

/** What is wrong with what was said of somebody. */
export type PersonProblem =
  | {
      readonly code:
        | 'email-missing'
        | 'email-malformed'
        | 'role-missing'
        | 'credentials-missing'
        | 'no-lead'
        | 'gone-already'
    }
  | { readonly code: 'too-many' | 'speaks-for-too-long' | 'credentials-too-long'; readonly most: number }

export function personProblemText(problem: PersonProblem): FieldText {
  switch (problem.code) {
    case 'email-missing':
      return fieldText('email', 'Enter an email address')
    case 'email-malformed':
      return fieldText('email', 'Enter an email address in the correct format, like name@example.gov.uk')
    case 'role-missing':
      return fieldText('roles', 'Select what they do in the review')
    case 'credentials-missing':
      return fieldText(
        'credentials',
        'Say what they know of the service or of appraisal: it is printed beside their weights and scores',
      )
    case 'no-lead':
      return fieldText('roles', 'Somebody must lead the review: make another person lead first')
    case 'gone-already':
      return fieldText('roles', 'That person does not work on the review any more')
    case 'too-many':
      return fieldText('email', `No more than ${problem.most} people can work on one review. Remove somebody first`)
    case 'speaks-for-too-long':
      return fieldText('speaks-for', `For whom they speak must be ${problem.most} characters or less`)
    case 'credentials-too-long':
      return fieldText('credentials', `What they know must be ${problem.most} characters or less`)
  }
}

type Invited = { readonly by: string; readonly council: string; readonly title: string; readonly link: string }

/** The message to somebody who is new to a review. */
export const reviewInvitation = ({
  by,
  council,
  title,
  link,
}: Invited): { readonly subject: string; readonly body: string } => ({
  subject: `Work on a review with ${council}: ${title}`,
  body: `${by} asks you to work on a review of how ${council} delivers a service: ${title}.

Open this page and sign in with the address that this message was sent to:
${link}

If you do not expect it, you need do nothing.`,
})
