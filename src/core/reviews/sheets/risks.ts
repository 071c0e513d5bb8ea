import { yearRows } from '../money/read-period.ts'
import { optionsOf } from '../read-options.ts'
import type { Sheet } from './sheet.ts'

/** What may go wrong, how likely it is and what it would cost. */
export const risksSheet: Sheet = {
  id: 'risks',
  title: 'Risk register',
  what: 'What may go wrong in an option: its expected cost counts in both cases.',
  chapter: 'money',
  from: 'quick',
  list: { itemName: 'risk', titledBy: 'title', columns: ['option', 'probability', 'cost', 'owner'], most: 200 },
  questions: (record) => [
    { type: 'short-text', id: 'title', label: 'What may happen?', shortName: 'risk', required: true, max: 120 },
    {
      type: 'select',
      id: 'option',
      label: 'In which option?',
      shortName: 'option',
      required: true,
      options: optionsOf(record).map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      type: 'percentage',
      id: 'probability',
      label: 'How likely is it?',
      shortName: 'likelihood',
      required: true,
      min: 0,
      max: 100,
    },
    {
      type: 'money',
      id: 'cost',
      label: 'What would it cost the council?',
      hint: 'In pounds of the first year',
      shortName: 'cost if it happens',
      required: true,
      min: 0,
      max: 10_000_000_000,
    },
    {
      type: 'select',
      id: 'year',
      label: 'In which year would it fall?',
      shortName: 'year',
      required: true,
      options: yearRows(record).map(({ id, label }) => ({ value: id, label })),
    },
    { type: 'short-text', id: 'owner', label: 'Who owns it?', shortName: 'owner', required: true, max: 80 },
    { type: 'long-text', id: 'response', label: 'What is done about it?', shortName: 'response', maxWords: 150 },
  ],
}
