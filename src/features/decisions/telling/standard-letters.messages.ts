import type { LetterOutcome } from '../../../core/letters/index.ts'

const opening =
  'The decision about {{fund}}, {{round}}, has been made. This is about application {{reference}} of {{lead-council}}.'
const thanks = 'Thank you for the work that you put into the application.'
const closing = ['## What you can ask', '{{debrief}}', '{{complaint}}']

const letter = (...paragraphs: readonly string[]): string => [opening, ...paragraphs, ...closing].join('\n\n')

/** What letters say until the programme team writes its own. */
export const standardLetters: Readonly<Record<LetterOutcome, string>> = {
  award: letter(
    '{{outcome}} Its senior officer and its section 151 officer accept it by signing the agreement, each with their own sign-in. Nothing starts before both have.',
  ),
  reserve: letter('{{outcome}} If a council that is offered an award declines, the next on the list is asked.'),
  declined: letter(`{{outcome}} ${thanks}`),
  'not-shortlisted': letter(`{{outcome}} ${thanks}`),
  ineligible: letter(`{{outcome}} ${thanks}`),
}
