import type { LetterBlock } from './letter.ts'
import type { LetterOutcome } from './letter-fields.ts'

/** The one letter about an application: its page, its email and its PDF show this and nothing else. */
export type OutcomeLetter = {
  readonly document: 'outcome-letter'
  readonly format: 1
  readonly reference: string
  readonly fund: string
  readonly round: string
  readonly outcome: LetterOutcome
  /** The outcome in one line. */
  readonly title: string
  readonly blocks: readonly LetterBlock[]
}
