import type { Question } from '../../forms/index.ts'
import { yearRows } from '../money/read-period.ts'
import { optionsOf } from '../read-options.ts'
import type { Sheet } from './sheet.ts'

/** A simulation draws whether a risk happens, and what it costs then. */
const costRange: readonly Question[] = [
  {
    type: 'percentage',
    id: 'low',
    label: 'How far below that might it cost, if it happens?',
    hint: 'In percent of that cost, such as 20. A simulation at full depth draws from it; what is to be expected stays as it is',
    shortName: 'cost at least',
    min: 0,
    max: 100,
  },
  {
    type: 'percentage',
    id: 'high',
    label: 'How far above?',
    hint: 'In percent of that cost, such as 50',
    shortName: 'cost at most',
    min: 0,
    max: 1000,
  },
]

/** What may go wrong, how likely it is and what it would cost. */
export const risksSheet: Sheet = {
  id: 'risks',
  title: 'Risk register',
  what: 'What may go wrong in an option: its expected cost counts in both cases.',
  chapter: 'money',
  from: 'quick',
  list: {
    itemName: 'risk',
    titledBy: 'title',
    columns: ['option', 'probability', 'cost', 'owner'],
    most: 200,
    distinct: {
      within: 'option',
      text: 'The option has a risk of this name already. Change that one, or give this one another name',
    },
  },
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
    ...costRange,
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
