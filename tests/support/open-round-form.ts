import type { Form } from '../../src/core/forms/index.ts'

/** A form with a page for each thing that a test looks at. */
export const form: Form = {
  id: 'test-form',
  title: 'Expression of interest',
  pages: [
    {
      id: 'drivers',
      title: 'Why do you want to change?',
      questions: [
        { type: 'long-text', id: 'drivers', label: 'Why do you want to change?', required: true, maxWords: 20 },
      ],
    },
    {
      id: 'contact',
      title: 'Who leads the work',
      questions: [
        { type: 'short-text', id: 'name', label: 'Name of the lead officer', required: true },
        { type: 'email', id: 'email', label: 'Email address', required: true },
      ],
    },
    {
      id: 'joint',
      title: 'Working together',
      questions: [
        { type: 'yes-no', id: 'joint', label: 'Is this a joint bid?', required: true },
        {
          type: 'authority',
          id: 'with',
          label: 'Which authority is it with?',
          required: true,
          showIf: { question: 'joint', is: true },
        },
      ],
    },
    {
      id: 'money',
      title: 'What it costs',
      questions: [
        {
          type: 'money-table',
          id: 'costs',
          label: 'What it costs',
          columns: [{ id: 'now', label: 'Now' }],
          itemName: 'cost',
        },
        {
          type: 'repeating-group',
          id: 'staff',
          label: 'Staff',
          itemName: 'team',
          maxItems: 3,
          questions: [{ type: 'short-text', id: 'team', label: 'Team', required: true }],
        },
      ],
    },
  ],
  rules: [
    {
      id: 'with-others',
      clause: 'Q&A 2',
      when: { question: 'joint', is: false },
      outcome: 'caveat',
      text: 'Joint bids are encouraged',
    },
  ],
}
