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
    | 'departure-unexplained'
    | 'expert-alone'
}

/** What to do about a report that departs from what was found and does not say why. */
export const unexplainedText =
  'This version prefers an option that the filter does not favour and that is not first by weights and scores, and does not say why. Give the reason, freeze another version and sign that one'

export const versionProblemText = ({ code }: VersionProblem): FieldText =>
  ({
    'why-missing': fieldText('why', 'Enter what the version is for, such as “Cabinet of 12 January”'),
    'why-too-long': fieldText('why', 'What the version is for must be 120 characters or less'),
    'capacity-missing': fieldText('capacity', 'Enter as what you sign, such as “Section 151 officer”'),
    'capacity-too-long': fieldText('capacity', 'What you sign as must be 80 characters or less'),
    'statement-too-long': fieldText('statement', 'What you say to it must be 1,000 characters or less'),
    'departure-unexplained': fieldText('main-content', unexplainedText),
    'expert-alone': fieldText(
      'main-content',
      'You challenge this review as an expert, and do not sign it off. Its officers do',
    ),
    'signed-already': fieldText('capacity', 'You have signed this version off before: a sign-off is not changed'),
  })[code]
