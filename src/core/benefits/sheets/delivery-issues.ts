import type { BenefitSheet } from './benefit-sheet.ts'
import { ownerQuestion, ratingQuestions } from './delivery-questions.ts'

/** What has gone wrong, or is about to. */
export const deliveryIssuesSheet: BenefitSheet = {
  id: 'delivery-issues',
  title: 'Issues of delivery',
  what: 'What has happened that stands in the way, and what is done about it.',
  list: { itemName: 'issue', titledBy: 'title', columns: ['raised', 'closed', 'rating', 'owner'], most: 100 },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What has happened?', shortName: 'issue', required: true, max: 120 },
    { type: 'date', id: 'raised', label: 'When was it raised?', shortName: 'day raised', required: true },
    ...ratingQuestions,
    {
      type: 'long-text',
      id: 'action',
      label: 'What is done about it?',
      shortName: 'action',
      required: true,
      maxWords: 150,
    },
    {
      type: 'date',
      id: 'closed',
      label: 'When was it closed?',
      hint: 'Leave blank until it is',
      shortName: 'day closed',
    },
    ownerQuestion,
  ],
}
