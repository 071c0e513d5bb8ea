import { shareQuestion } from '../money/distribution.ts'
import { optionsOf } from '../read-options.ts'
import type { Sheet } from './sheet.ts'

/** Who gets the benefits, by their incomes: a pound matters more to whoever has less. */
export const groupsSheet: Sheet = {
  id: 'groups',
  title: 'Who gets the benefits',
  what: 'Groups of people by their incomes, and how much of the benefits of each option reaches them.',
  chapter: 'money',
  from: 'standard',
  list: { itemName: 'group', titledBy: 'title', columns: ['income'], most: 10 },
  guidance:
    'Values that are weighted by incomes stand beside those that are not, never in their place (Green Book 2026, paragraphs 7.11 to 7.15). Say the median income of the country under “Years and prices”.',
  questions: (record) => [
    {
      type: 'short-text',
      id: 'title',
      label: 'Which group is it?',
      hint: 'Such as “Young people in the two most deprived wards”',
      shortName: 'group',
      required: true,
      max: 80,
    },
    {
      type: 'money',
      id: 'income',
      label: 'What is its median household income a year?',
      hint: 'Equivalised: as of a couple without children',
      shortName: 'median income',
      required: true,
      min: 1000,
      max: 1_000_000,
    },
    ...optionsOf(record).map(({ id, title }) => ({
      type: 'percentage' as const,
      id: shareQuestion(id),
      label: `How much of the benefits of “${title}” does it get?`,
      hint: 'In percent. What goes to no group counts as it is',
      shortName: `share of “${title}”`,
      min: 0,
      max: 100,
    })),
  ],
}
