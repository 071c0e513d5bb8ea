import { evidenceFiles, hasCome } from '../../sheets/index.ts'
import type { BenefitSheet } from './benefit-sheet.ts'
import { ownerQuestion, ratingQuestions } from './delivery-questions.ts'

/** What is to be done by when, and gates at which somebody decides whether to go on. */
export const milestonesSheet: BenefitSheet = {
  id: 'milestones',
  title: 'Milestones and gates',
  what: 'What is to be done by when, how it stands and why, and gates at which the council decides whether to go on.',
  list: {
    itemName: 'milestone',
    titledBy: 'title',
    columns: ['kind', 'planned', 'done', 'rating', 'owner'],
    most: 100,
  },
  checksOn: (today) => [
    hasCome(
      'done',
      'The day on which it was reached must be today or earlier. Leave it blank until it is reached',
      today,
    ),
  ],
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is it?', shortName: 'milestone', required: true, max: 100 },
    {
      type: 'radios',
      id: 'kind',
      label: 'Is it a milestone or a gate?',
      shortName: 'kind',
      required: true,
      options: [
        { value: 'milestone', label: 'Milestone' },
        { value: 'gate', label: 'Gate', hint: 'Somebody decides whether to go on' },
      ],
    },
    { type: 'date', id: 'planned', label: 'For when is it planned?', shortName: 'planned day', required: true },
    { type: 'date', id: 'expected', label: 'When is it expected now?', shortName: 'expected day' },
    {
      type: 'date',
      id: 'done',
      label: 'When was it reached?',
      hint: 'Leave blank until it is',
      shortName: 'day reached',
    },
    ...ratingQuestions,
    ownerQuestion,
    evidenceFiles,
  ],
}
