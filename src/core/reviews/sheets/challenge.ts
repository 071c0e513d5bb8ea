import { chapters, type Sheet } from './sheet.ts'

/** What an expert from outside finds wrong. Written by experts alone, so that nobody softens it. */
export const challengeSheet: Sheet = {
  id: 'challenge',
  title: 'Challenge by an expert',
  what: 'What an expert from outside questions. Experts of the review write it; everybody else reads it.',
  chapter: 'judgement',
  from: 'quick',
  writtenBy: 'challenge',
  list: { itemName: 'challenge', titledBy: 'title', columns: ['about', 'weight'], most: 60 },
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is questioned?', shortName: 'point', required: true, max: 120 },
    {
      type: 'select',
      id: 'about',
      label: 'Which part of the review is it about?',
      shortName: 'part',
      required: true,
      options: chapters.map(({ id, title }) => ({ value: id, label: title })),
    },
    { type: 'long-text', id: 'why', label: 'Why?', shortName: 'reason', required: true, maxWords: 400 },
    {
      type: 'radios',
      id: 'weight',
      label: 'What does it mean for the decision?',
      shortName: 'weight',
      required: true,
      options: [
        { value: 'stop', label: 'It should not be decided before this is put right' },
        { value: 'change', label: 'It may change which option is preferred' },
        { value: 'better', label: 'It would make the review better' },
      ],
    },
  ],
}
