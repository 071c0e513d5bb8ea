import type { Form } from '../../../core/forms/index.ts'
import { onePageForm } from '../read-posted.ts'

/** What an expert writes for a council. */
export const noteForm: Form = onePageForm('note', 'Advice note', [
  {
    type: 'long-text',
    id: 'advice',
    label: 'What do you advise?',
    hint: 'What you looked at, what you think and why, and what the council should do next',
    shortName: 'what you advise',
    required: true,
    maxWords: 2000,
  },
  {
    type: 'number',
    id: 'hours',
    label: 'How many hours did you spend in all?',
    hint: 'In quarters of an hour, such as 2.5. From the first to this version, with hours that were booked',
    shortName: 'how many hours you spent',
    required: true,
    min: 0.25,
    max: 200,
  },
])
