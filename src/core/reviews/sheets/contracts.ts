import type { Sheet } from './sheet.ts'

/** Contracts that the service has, which some options end and others take over. */
export const contractsSheet: Sheet = {
  id: 'contracts',
  title: 'Contracts',
  what: 'What the service buys under contract, until when, and what ending or handing it on would take.',
  chapter: 'baseline',
  from: 'quick',
  list: { itemName: 'contract', titledBy: 'title', columns: ['supplier', 'value', 'ends'], most: 100 },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is bought?', required: true, max: 120 },
    { type: 'short-text', id: 'supplier', label: 'From whom?', shortName: 'supplier', required: true, max: 120 },
    {
      type: 'money',
      id: 'value',
      label: 'For how much a year?',
      shortName: 'value a year',
      required: true,
      min: 0,
      max: 10_000_000_000,
    },
    { type: 'date', id: 'ends', label: 'When does it end?', shortName: 'ends on' },
    {
      type: 'long-text',
      id: 'leaving',
      label: 'Can it be ended early or handed on, and what does that cost?',
      shortName: 'leaving early',
      maxWords: 150,
    },
  ],
}
