import type { Form } from '../../../core/forms/index.ts'
import { onePageForm } from '../read-posted.ts'
import { subjectQuestions } from '../subject-questions.ts'

/** What an expert is asked of themselves. */
export const profileForm: Form = onePageForm('profile', 'Your profile as an expert', [
  ...subjectQuestions({
    areas: 'Which service areas do you know?',
    models: 'Which delivery models do you know?',
    disciplines: 'What are you by training or work?',
  }),
  {
    type: 'long-text',
    id: 'about',
    label: 'What have you done that councils would ask you about?',
    hint: 'Councils read this beside your name',
    shortName: 'what you have done',
    required: true,
    maxWords: 150,
  },
  {
    type: 'whole-number',
    id: 'hours',
    label: 'How many hours a month can you give?',
    shortName: 'how many hours a month you can give',
    required: true,
    min: 1,
    max: 160,
  },
  {
    type: 'repeating-group',
    id: 'authorities',
    label: 'Which councils and other authorities do you have an interest in?',
    hint: 'Add each one that you work for, or worked for in the last three years. Add any other that you have an interest in, and the one where you live. You are not offered their questions',
    itemName: 'authority',
    maxItems: 30,
    questions: [
      { type: 'authority', id: 'authority', label: 'Which one?', shortName: 'the authority', required: true },
      {
        type: 'radios',
        id: 'tie',
        label: 'What is it to you?',
        shortName: 'what it is to you',
        required: true,
        options: [
          { value: 'employer', label: 'I work for it, or did' },
          { value: 'interest', label: 'I have another interest in it' },
          { value: 'home', label: 'I live there' },
        ],
      },
      {
        type: 'date',
        id: 'ended',
        label: 'If you no longer work for it: what was the last day?',
        shortName: 'the last day',
      },
    ],
  },
  {
    type: 'repeating-group',
    id: 'companies',
    label: 'Which companies, mutuals and charities do you have an interest in?',
    hint: 'Add each one that you work for, or worked for in the last three years. Add any other that you or somebody close to you has an interest in. You are not offered questions where it supplies, advises or is a partner',
    itemName: 'company',
    maxItems: 30,
    questions: [
      {
        type: 'short-text',
        id: 'company',
        label: 'What is its name?',
        shortName: 'the name',
        required: true,
        max: 200,
      },
      {
        type: 'radios',
        id: 'company-tie',
        label: 'What is it to you?',
        shortName: 'what it is to you',
        required: true,
        options: [
          { value: 'employer', label: 'I work for it, or did' },
          { value: 'interest', label: 'I or somebody close to me has another interest in it' },
        ],
      },
      {
        type: 'date',
        id: 'company-ended',
        label: 'If you no longer work for it: what was the last day?',
        shortName: 'the last day',
      },
    ],
  },
  {
    type: 'repeating-group',
    id: 'away',
    label: 'When are you away?',
    itemName: 'time away',
    maxItems: 20,
    questions: [
      { type: 'date', id: 'from', label: 'From', shortName: 'the first day', required: true },
      { type: 'date', id: 'to', label: 'To', shortName: 'the last day', required: true },
    ],
  },
])
