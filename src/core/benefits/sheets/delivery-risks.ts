import type { BenefitSheet } from './benefit-sheet.ts'
import { ownerQuestion, ratingQuestions } from './delivery-questions.ts'

const levels = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
] as const

/** What may keep the benefits from coming. */
export const deliveryRisksSheet: BenefitSheet = {
  id: 'delivery-risks',
  title: 'Risks of delivery',
  what: 'What may happen that would keep the benefits from coming, and what is done about it.',
  list: { itemName: 'risk', titledBy: 'title', columns: ['likelihood', 'impact', 'rating', 'owner'], most: 100 },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What may happen?', shortName: 'risk', required: true, max: 120 },
    {
      type: 'radios',
      id: 'likelihood',
      label: 'How likely is it?',
      shortName: 'likelihood',
      required: true,
      options: levels,
    },
    {
      type: 'radios',
      id: 'impact',
      label: 'How bad would it be?',
      shortName: 'impact',
      required: true,
      options: levels,
    },
    ...ratingQuestions,
    {
      type: 'long-text',
      id: 'response',
      label: 'What is done about it?',
      shortName: 'response',
      required: true,
      maxWords: 150,
    },
    ownerQuestion,
  ],
}
