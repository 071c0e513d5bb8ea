import { type Answers, eligibility, type Form, validateSubmission } from '../forms/index.ts'

/** What comes of a screener, to be counted. */
export type ScreenedOutcome = 'pass' | 'pass-with-caveats' | 'fail' | 'unanswered'

/**
 * What a screener says of what it was told. A rule that refuses counts as soon as it fires; anything else only once the
 * screener is answered to its end.
 *
 * @param told undefined when nobody has answered it
 */
export function screenedOutcome(screener: Form, told: Answers | undefined): ScreenedOutcome {
  if (told === undefined) return 'unanswered'
  const { outcome } = eligibility(screener, told)
  if (outcome === 'fail') return 'fail'
  return validateSubmission(screener, told).length > 0 ? 'unanswered' : (outcome ?? 'pass')
}
