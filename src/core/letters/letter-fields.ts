import type { DecisionOutcome } from '../decisions/index.ts'

/** What a letter is about: there is a template for each. */
export type LetterOutcome = DecisionOutcome

/** What a template can name, as `{{reference}}`. */
export const letterFields = [
  'outcome',
  'reference',
  'lead-council',
  'project-title',
  'fund',
  'round',
  'told-on',
  'contact',
  'debrief',
  'complaint',
  'pounds',
  'reserve-place',
  'reserve-until',
] as const
export type LetterField = (typeof letterFields)[number]

const ofOneOutcome: Readonly<Partial<Record<LetterField, LetterOutcome>>> = {
  pounds: 'award',
  'reserve-place': 'reserve',
  'reserve-until': 'reserve',
}

/** What every letter says: what was decided, of which application, and what can be done about it. */
export const requiredFields: readonly LetterField[] = ['outcome', 'reference', 'debrief', 'complaint']

/** The fields that a letter about this outcome can name. */
export const fieldsFor = (outcome: LetterOutcome): readonly LetterField[] =>
  letterFields.filter((field) => (ofOneOutcome[field] ?? outcome) === outcome)
