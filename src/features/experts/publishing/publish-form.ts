import type { Form } from '../../../core/forms/index.ts'
import { onePageForm } from '../read-posted.ts'

/** The text that the other councils will read. */
export const publishForm: Form = onePageForm('publish', 'Publish the answer', [
  {
    type: 'short-text',
    id: 'title',
    label: 'The question in a line',
    shortName: 'the question in a line',
    required: true,
    max: 120,
  },
  {
    type: 'long-text',
    id: 'question',
    label: 'The question',
    shortName: 'the question',
    required: true,
    maxWords: 500,
  },
  { type: 'long-text', id: 'advice', label: 'The advice', shortName: 'the advice', required: true, maxWords: 2000 },
])
