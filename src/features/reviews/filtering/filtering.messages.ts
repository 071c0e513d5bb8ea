import {
  categoryWords,
  type FilterProblem,
  factorWords,
  type Rating,
  type ShortlistRole,
  type ShortlistWarning,
} from '../../../core/reviews/index.ts'

export const ratingWords: Readonly<Record<Rating, { readonly text: string; readonly classes: string }>> = {
  green: { text: 'Green: preferred', classes: 'govuk-tag--green' },
  amber: { text: 'Amber: carried forward', classes: 'govuk-tag--yellow' },
  red: { text: 'Red: dropped', classes: 'govuk-tag--red' },
}
export const notRated = { text: 'Not rated', classes: 'govuk-tag--grey' } as const

export const shortlistRoleWords: Readonly<Record<ShortlistRole, string>> = {
  'business-as-usual': 'Business as usual',
  'do-minimum': 'Do minimum',
  preferred: 'Preferred way forward',
  'more-ambitious': 'More ambitious',
  'less-ambitious': 'Less ambitious',
}

/** What is in the way of a shortlist. @param titleOf what a choice is called */
export function filterProblemText(problem: FilterProblem, titleOf: (choice: string) => string): string {
  switch (problem.code) {
    case 'not-rated':
      return `Rate “${titleOf(problem.choice)}”`
    case 'reason-too-thin':
      return `Say why “${titleOf(problem.choice)}” is rated so, in at least ${problem.least} words`
    case 'red-is-business-as-usual':
      return `“${titleOf(problem.choice)}” is business as usual and cannot be dropped: all else is measured against it`
    case 'fails-and-not-red':
      return `“${titleOf(problem.choice)}” fails ${problem.fails.map((factor) => factorWords[factor].name.toLowerCase()).join(' and ')}: drop it, or say that it does not`
    case 'no-green':
      return `Choose the preferred one of ${categoryWords[problem.category].name.toLowerCase()}: rate it green`
    case 'several-greens':
      return `Only one choice of ${categoryWords[problem.category].name.toLowerCase()} can be green`
    case 'no-business-as-usual':
      return `Add how ${categoryWords[problem.category].name.toLowerCase()} is today`
  }
}

/** Where a shortlist is not as the Green Book has it. */
export function shortlistWarningText(warning: ShortlistWarning): string {
  if (warning.code === 'role-not-there') return `No option is “${shortlistRoleWords[warning.role]}”`
  const many = warning.options === 1 ? '1 option' : `${warning.options} options`
  return `${many}, where about ${warning.usual} are usual`
}
