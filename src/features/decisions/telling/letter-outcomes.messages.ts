import type { LetterOutcome } from '../../../core/letters/index.ts'

/** Whom a letter goes to, in the order in which letters are listed. */
export const letterTitles: Readonly<Record<LetterOutcome, string>> = {
  award: 'Offered an award',
  reserve: 'On the reserve list',
  declined: 'Not offered an award',
  'not-shortlisted': 'Not on the shortlist',
  ineligible: 'Not eligible or not within scope',
}

/** Every outcome, in that order. */
export const letterOutcomes = Object.keys(letterTitles) as LetterOutcome[]

export const isLetterOutcome = (text: string): text is LetterOutcome => letterOutcomes.some((each) => each === text)
