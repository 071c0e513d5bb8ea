import { hasCome } from '../../sheets/index.ts'
import type { Sheet } from './sheet.ts'

/** What lawyers, accountants and others advised. */
export const adviceSheet: Sheet = {
  id: 'advice',
  title: 'Advice received',
  what: 'What lawyers, accountants, actuaries and others advised, and what the review made of it.',
  chapter: 'judgement',
  from: 'quick',
  list: {
    itemName: 'piece of advice',
    itemsName: 'pieces of advice',
    titledBy: 'title',
    columns: ['field', 'by', 'on'],
    most: 100,
  },
  checksOn: (today) => [hasCome('on', 'The day of the advice must be today or earlier', today)],
  questions: () => [
    { type: 'short-text', id: 'title', label: 'On what?', shortName: 'subject', required: true, max: 120 },
    {
      type: 'select',
      id: 'field',
      label: 'What kind of advice is it?',
      shortName: 'kind',
      required: true,
      options: [
        { value: 'legal', label: 'Legal' },
        { value: 'vat', label: 'VAT and other taxes' },
        { value: 'pensions', label: 'Pensions' },
        { value: 'finance', label: 'Finance' },
        { value: 'staff', label: 'Staff and TUPE' },
        { value: 'procurement', label: 'Procurement' },
        { value: 'service', label: 'The service itself' },
        { value: 'other', label: 'Other' },
      ],
    },
    { type: 'short-text', id: 'by', label: 'By whom?', shortName: 'adviser', required: true, max: 120 },
    { type: 'date', id: 'on', label: 'On which day?', shortName: 'day', required: true },
    { type: 'long-text', id: 'says', label: 'What does it say?', shortName: 'advice', required: true, maxWords: 400 },
    {
      type: 'long-text',
      id: 'done',
      label: 'What was done about it?',
      hint: 'Where it was not followed, say why',
      shortName: 'what was done',
      required: true,
      maxWords: 200,
    },
  ],
}
