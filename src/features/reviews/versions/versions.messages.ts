import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'

/** What is wrong with a version that is frozen, or with a sign-off. */
export type VersionProblem = {
  readonly code:
    | 'why-missing'
    | 'why-too-long'
    | 'capacity-missing'
    | 'capacity-too-long'
    | 'statement-too-long'
    | 'signed-already'
}

export const versionProblemText = ({ code }: VersionProblem): FieldText =>
  ({
    'why-missing': fieldText('why', 'Enter what the version is for, such as “Cabinet of 12 January”'),
    'why-too-long': fieldText('why', 'What the version is for must be 120 characters or less'),
    'capacity-missing': fieldText('capacity', 'Enter as what you sign, such as “Section 151 officer”'),
    'capacity-too-long': fieldText('capacity', 'What you sign as must be 80 characters or less'),
    'statement-too-long': fieldText('statement', 'What you say to it must be 1,000 characters or less'),
    'signed-already': fieldText('capacity', 'You have signed this version off before: a sign-off is not changed'),
  })[code]
