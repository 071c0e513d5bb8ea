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
