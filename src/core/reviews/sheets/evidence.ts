import { evidenceFilesOr, foundOrUploaded, hasCome } from '../../sheets/index.ts'
import type { Sheet } from './sheet.ts'

/** What the review rests on, and how far it can be relied on. */
export const evidenceSheet: Sheet = {
  id: 'evidence',
  title: 'Evidence library',
  what: 'Data, studies and visits that the review rests on, where each can be found and how strong it is.',
  chapter: 'judgement',
  from: 'quick',
  list: {
    itemName: 'piece of evidence',
    itemsName: 'pieces of evidence',
    titledBy: 'title',
    columns: ['kind', 'strength', 'of'],
    most: 200,
  },
  checks: [foundOrUploaded('found', 'Say where it can be found, or upload it')],
  checksOn: (today) => [hasCome('of', 'The day of the evidence must be today or earlier', today)],
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is it?', shortName: 'title', required: true, max: 160 },
    {
      type: 'select',
      id: 'kind',
      label: 'What kind of evidence is it?',
      shortName: 'kind',
      required: true,
      options: [
        { value: 'own-data', label: 'Data of the council' },
        { value: 'published-data', label: 'Published data' },
        { value: 'study', label: 'Study or evaluation' },
        { value: 'council', label: 'What another council did' },
        { value: 'market', label: 'What providers say' },
        { value: 'survey', label: 'Survey or consultation' },
        { value: 'judgement', label: 'Judgement of people who know' },
      ],
    },
    { type: 'date', id: 'of', label: 'From which day is it?', shortName: 'day', required: true },
    {
      type: 'long-text',
      id: 'says',
      label: 'What does it say?',
      shortName: 'what it says',
      required: true,
      maxWords: 200,
    },
    {
      type: 'radios',
      id: 'strength',
      label: 'How far can it be relied on?',
      shortName: 'strength',
      required: true,
      options: [
        { value: 'strong', label: 'Strong', hint: 'Measured here, or found in several places' },
        { value: 'fair', label: 'Fair', hint: 'Measured elsewhere, or some years old' },
        { value: 'weak', label: 'Weak', hint: 'Somebody’s word, or a guess' },
      ],
    },
    {
      type: 'short-text',
      id: 'found',
      label: 'Where can it be found?',
      hint: 'A web address, or where the council keeps it. Leave blank if you upload it',
      shortName: 'where it can be found',
      max: 300,
    },
    evidenceFilesOr(
      'Needed if you do not say where it can be found. Only people who may read this page can open them, once they are checked for viruses',
    ),
  ],
}
