import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'

/** What is wrong with whom somebody names for finance, or with what is confirmed. */
export type FinanceProblem = {
  readonly code: 'email-missing' | 'email-malformed' | 'name-missing' | 'name-too-long' | 'is-oneself'
}

export const financeProblemText = ({ code }: FinanceProblem): FieldText =>
  ({
    'email-missing': fieldText('email', 'Enter an email address'),
    'email-malformed': fieldText('email', 'Enter an email address in the correct format, like name@example.gov.uk'),
    'name-missing': fieldText('name', 'Enter their name'),
    'name-too-long': fieldText('name', 'Their name must be 100 characters or less'),
    'is-oneself': fieldText('email', 'Name somebody else. A person who enters figures cannot confirm them'),
  })[code]

/** Why nothing was confirmed. `changed`: an actual is not as it was shown. */
export type ConfirmProblem = { readonly code: 'none-chosen' | 'own' | 'changed' }

export const confirmProblemText = ({ code }: ConfirmProblem): FieldText =>
  ({
    'none-chosen': fieldText('actuals', 'Select what you confirm'),
    own: fieldText('actuals', 'You entered one of these figures, so somebody else must confirm it'),
    changed: fieldText('actuals', 'One of these was changed while you had the page open. Look at it again'),
  })[code]

/** Why nothing was sent back. */
export type SendBackProblem = { readonly code: 'none-chosen' | 'changed' | 'reason-missing' | 'reason-too-long' }

export const sendBackProblemText = ({ code }: SendBackProblem): FieldText =>
  ({
    'none-chosen': fieldText('actuals', 'Select what you send back'),
    changed: fieldText(
      'actuals',
      'One of these was changed or confirmed while you had the page open. Look at it again',
    ),
    'reason-missing': fieldText('reason', 'Enter what is wrong with it'),
    'reason-too-long': fieldText('reason', 'What is wrong with it must be 2,000 characters or less'),
  })[code]

type SentBackTold = {
  readonly title: string
  readonly count: number
  readonly reason: string
  readonly link: string
}

/** The message to whoever wrote what finance sends back. */
export const sentBackMail = ({ title, count, reason, link }: SentBackTold) => ({
  subject: `Finance sends ${count === 1 ? 'an actual' : `${count} actuals`} of ${title} back`,
  body: [
    'The finance of your council has not confirmed what you entered, because:',
    reason,
    'Change it, and it waits for finance again:',
    link,
  ].join('\n\n'),
})

type Named = { readonly council: string; readonly title: string; readonly link: string }

/** The message to whoever was named for finance. */
export const financeMail = ({ council, title, link }: Named): { readonly subject: string; readonly body: string } => ({
  subject: `You confirm figures of ${title} for finance`,
  body: [
    `${council} has named you to confirm, for its finance, what came of its award for “${title}”.`,
    'An actual counts once you have confirmed it. You see what shows it, and you cannot confirm what you wrote yourself. Sign in with this address:',
    link,
  ].join('\n\n'),
})
