import { legalQuestions } from '../delivery-models.ts'
import { optionsOf } from '../read-options.ts'
import type { Sheet } from './sheet.ts'

/** What each option asks of the law, by its way of delivery. */
export const legalQuestionsSheet: Sheet = {
  id: 'legal-questions',
  title: 'Questions of law',
  what: 'What each option raises: TUPE, pensions, Teckal, VAT, business rates, procurement, subsidy, equality, consultation.',
  chapter: 'options',
  from: 'standard',
  each: {
    itemName: 'option',
    of: (record) => optionsOf(record).filter(({ model }) => model.questions.length > 0),
    columns: ['adviser'],
  },
  guidance:
    'Answer as far as it is known, and say who said so. A question that stays open is a risk: put it in the risk register.',
  questions: (record, option) => [
    ...(optionsOf(record).find(({ id }) => id === option)?.model.questions ?? []).map(
      (question) => ({ type: 'long-text', id: question, label: legalQuestions[question], maxWords: 200 }) as const,
    ),
    {
      type: 'short-text',
      id: 'adviser',
      label: 'Who advised on this, and when?',
      shortName: 'adviser',
      max: 160,
    },
  ],
}
