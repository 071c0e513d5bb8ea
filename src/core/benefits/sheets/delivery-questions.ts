import type { Question } from '../../forms/index.ts'

/** How something stands. */
export const ratings = [
  { value: 'green', label: 'Green', hint: 'As planned' },
  { value: 'amber', label: 'Amber', hint: 'Some doubt; what is done about it is enough' },
  { value: 'red', label: 'Red', hint: 'In danger unless something more is done' },
] as const

/** How something stands, and why: nobody is left with a colour alone. */
export const ratingQuestions: readonly Question[] = [
  { type: 'radios', id: 'rating', label: 'How does it stand?', shortName: 'rating', required: true, options: ratings },
  {
    type: 'long-text',
    id: 'reason',
    label: 'Why?',
    shortName: 'reason',
    required: true,
    minWords: 3,
    maxWords: 120,
  },
]

export const ownerQuestion: Question = {
  type: 'short-text',
  id: 'owner',
  label: 'Who answers for it?',
  shortName: 'owner',
  required: true,
  max: 80,
}
