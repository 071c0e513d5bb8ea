import type { Sheet } from './sheet.ts'

/** Buildings, vehicles, equipment and IT of the service. */
export const assetsSheet: Sheet = {
  id: 'assets',
  title: 'Buildings, equipment and IT',
  what: 'What the service works in and with, on which terms, and what a new body would need.',
  chapter: 'baseline',
  from: 'quick',
  list: { itemName: 'asset', titledBy: 'title', columns: ['kind', 'tenure', 'cost'], most: 100 },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is it?', shortName: 'asset', required: true, max: 120 },
    {
      type: 'select',
      id: 'kind',
      label: 'Which kind is it?',
      shortName: 'kind',
      required: true,
      options: [
        { value: 'building', label: 'Building or land' },
        { value: 'vehicle', label: 'Vehicle' },
        { value: 'equipment', label: 'Equipment' },
        { value: 'system', label: 'IT system or licence' },
        { value: 'data', label: 'Data or records' },
      ],
    },
    {
      type: 'select',
      id: 'tenure',
      label: 'On which terms does the council have it?',
      shortName: 'terms',
      required: true,
      options: [
        { value: 'owned', label: 'Owned' },
        { value: 'leased', label: 'Leased or rented' },
        { value: 'licensed', label: 'Under licence' },
        { value: 'shared', label: 'Shared with other services' },
      ],
    },
    {
      type: 'money',
      id: 'cost',
      label: 'What does it cost a year?',
      shortName: 'cost a year',
      min: 0,
      max: 10_000_000_000,
    },
    {
      type: 'long-text',
      id: 'condition',
      label: 'What state is it in, and what would happen to it if somebody else delivered the service?',
      shortName: 'state and future',
      maxWords: 150,
    },
  ],
}
