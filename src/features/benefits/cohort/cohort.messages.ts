import type { BetweenReason } from '../../../core/benefits/index.ts'
import { overlapWords } from '../benefits.messages.ts'

/** Why it was not said that both of two benefits count. `not-one`: they do not look like one, or no longer. */
export type KeepApartProblem =
  | { readonly code: 'not-one' | 'reason-missing' }
  | { readonly code: 'reason-too-long'; readonly limit: number }

export function keepApartProblemText(problem: KeepApartProblem): string {
  if (problem.code === 'not-one') return 'These benefits do not look like one any more. This is how they stand now'
  return problem.code !== 'reason-too-long'
    ? 'Enter why both count'
    : `Why both count must be ${problem.limit} characters or less`
}

/** Why two benefits of different awards may be one. */
export const betweenWords: Readonly<Record<BetweenReason, string>> = {
  'same-line': overlapWords['same-line'],
  'cashed-and-avoided': overlapWords['cashed-and-avoided'],
  'same-measure': overlapWords['same-measure'],
  'same-service': 'both are called the same, of the same service',
}
