import type { Sheet } from './sheet.ts'

/** How the preferred way is put in place, with the gates at which it can still be stopped. */
export const planSheet: Sheet = {
  id: 'plan',
  title: 'Implementation plan',
  what: 'Steps with their dates, and gates at which the council decides again whether to go on.',
  chapter: 'judgement',
  from: 'quick',
  list: { itemName: 'step', titledBy: 'title', columns: ['kind', 'starts', 'weeks', 'owner'], most: 80 },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is done?', shortName: 'step', required: true, max: 80 },
    {
      type: 'radios',
      id: 'kind',
      label: 'Is it work or a gate?',
      shortName: 'kind',
      required: true,
      options: [
        { value: 'work', label: 'Work' },
        { value: 'gate', label: 'Gate', hint: 'A day on which somebody decides whether to go on' },
      ],
    },
    {
      type: 'date',
      id: 'starts',
      label: 'When does it begin?',
      hint: 'Of a gate: its day',
      shortName: 'beginning',
      required: true,
      min: '2000-01-01',
      max: '2199-12-31',
    },
    {
      type: 'whole-number',
      id: 'weeks',
      label: 'How many weeks does it take?',
      shortName: 'number of weeks',
      required: true,
      min: 1,
      max: 520,
      showIf: { question: 'kind', is: 'work' },
    },
    {
      type: 'long-text',
      id: 'passes',
      label: 'What must be true for it to go on?',
      shortName: 'what must be true',
      required: true,
      maxWords: 150,
      showIf: { question: 'kind', is: 'gate' },
    },
    { type: 'short-text', id: 'owner', label: 'Who answers for it?', shortName: 'owner', required: true, max: 80 },
  ],
}
