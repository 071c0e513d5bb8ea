import { optionsOf } from '../read-options.ts'
import type { Sheet } from './sheet.ts'

/** What the report says in words, around figures that nobody edits. Questions have the ids of the parts that they stand in. */
export const reportSheet: Sheet = {
  id: 'report',
  title: 'The words of the report',
  what: 'What is recommended and why. Figures and their sentences are worked out and stand around these words by themselves.',
  chapter: 'report',
  from: 'quick',
  guidance:
    'Let the recommendation rest on net present social value, affordability and risk. Do not type figures that the report works out: they would stay when it changes.',
  questions: (record) => [
    {
      type: 'select',
      id: 'preferred',
      label: 'Which option is preferred?',
      required: true,
      options: optionsOf(record).map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      type: 'long-text',
      id: 'asked',
      label: 'What are those who decide asked to decide?',
      hint: 'Such as an approval in principle, and what is delegated to whom',
      required: true,
      maxWords: 300,
    },
    { type: 'long-text', id: 'summary', label: 'Why is it preferred?', required: true, maxWords: 500 },
    {
      type: 'long-text',
      id: 'rejected',
      label: 'Why is each other option of the shortlist not preferred?',
      required: true,
      maxWords: 600,
    },
    {
      type: 'long-text',
      id: 'strategic',
      label: 'Strategic case: why is change needed, and what must it achieve?',
      required: true,
      maxWords: 800,
    },
    {
      type: 'long-text',
      id: 'economic',
      label: 'Economic case: what do the figures not say?',
      hint: 'Benefits that have no price, and who gains and who loses',
      maxWords: 600,
    },
    {
      type: 'long-text',
      id: 'financial',
      label: 'Financial case: from which budgets is it paid?',
      required: true,
      maxWords: 600,
    },
    { type: 'long-text', id: 'commercial', label: 'Commercial case: can it be bought or set up?', maxWords: 600 },
    {
      type: 'long-text',
      id: 'management',
      label: 'Management case: who makes it happen, and how is success measured?',
      required: true,
      maxWords: 600,
    },
  ],
}
