import type { Sheet } from './sheet.ts'

/** Why the service is looked at, and what is to be better afterwards. */
export const driversSheet: Sheet = {
  id: 'drivers',
  title: 'Drivers and objectives',
  what: 'Why the service is reviewed now, what is to be reached, and what cannot be changed.',
  chapter: 'baseline',
  from: 'quick',
  questions: () => [
    {
      type: 'long-text',
      id: 'drivers',
      label: 'Why is it reviewed now?',
      hint: 'What presses: money, demand, quality, law, staff, buildings, contracts that end',
      required: true,
      maxWords: 300,
    },
    {
      type: 'repeating-group',
      id: 'objectives',
      label: 'What is to be reached?',
      hint: 'A few objectives, each with how it will be seen that it is reached, and by when',
      required: true,
      itemName: 'objective',
      minItems: 1,
      maxItems: 6,
      questions: [
        { type: 'short-text', id: 'objective', label: 'Objective', required: true, max: 160 },
        { type: 'short-text', id: 'measure', label: 'How will it be seen, and by when?', required: true, max: 200 },
      ],
    },
    {
      type: 'long-text',
      id: 'today',
      label: 'What works well today, and what does not?',
      hint: 'Also what those who use it and those who work in it say',
      maxWords: 300,
    },
    {
      type: 'long-text',
      id: 'fixed',
      label: 'What cannot be changed, and what does it depend on?',
      hint: 'Constraints and dependencies: law, decisions taken already, other services',
      maxWords: 200,
    },
  ],
}
