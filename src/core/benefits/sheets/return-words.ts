import { returnMonths } from '../returns.ts'
import type { BenefitSheet } from './benefit-sheet.ts'

/** What the council says in its own words in each return, beside its figures. */
export const returnWordsSheet: BenefitSheet = {
  id: 'return-words',
  title: 'Words of the returns',
  what: 'What has happened, in your own words. The figures of the register are sent with it.',
  home: 'benefits/returns',
  each: {
    itemName: 'return',
    of: () => returnMonths.map((months) => ({ id: String(months), title: `Return at ${months} months` })),
    columns: [],
  },
  questions: () => [
    {
      type: 'long-text',
      id: 'progress',
      label: 'What has been done since the award, or since the last return?',
      shortName: 'progress',
      required: true,
      maxWords: 400,
    },
    {
      type: 'long-text',
      id: 'differs',
      label: 'Where do benefits differ from what was forecast, and why?',
      shortName: 'differences from the forecast',
      required: true,
      maxWords: 400,
    },
    {
      type: 'long-text',
      id: 'unexpected',
      label: 'What has happened that nobody expected, good or bad?',
      shortName: 'what was unexpected',
      maxWords: 300,
    },
    {
      type: 'long-text',
      id: 'learned',
      label: 'What would you tell a council that begins now?',
      shortName: 'what was learned',
      required: true,
      maxWords: 300,
    },
    {
      type: 'long-text',
      id: 'reply',
      label: 'If you were asked a question back, what is the answer?',
      shortName: 'answer',
      maxWords: 300,
    },
  ],
}
