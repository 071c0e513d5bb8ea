import { answerOf } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import type { Sheet } from './sheet.ts'

/** What the review answers to each challenge. */
export const challengeRepliesSheet: Sheet = {
  id: 'challenge-replies',
  title: 'Replies to challenges',
  what: 'What the review says to each challenge, and what it changed. Both stand in the report.',
  chapter: 'judgement',
  from: 'quick',
  list: { itemName: 'reply', itemsName: 'replies', titledBy: 'title', columns: ['to', 'changed'], most: 60 },
  waitsFor: (record) =>
    entriesOf(record, 'challenge').length === 0 ? 'An expert of the review writes a challenge first.' : undefined,
  questions: (record) => [
    {
      type: 'select',
      id: 'to',
      label: 'To which challenge?',
      shortName: 'challenge',
      required: true,
      options: entriesOf(record, 'challenge').map(({ id, content }) => ({
        value: id,
        label: String(answerOf(content, 'title') ?? ''),
      })),
    },
    { type: 'short-text', id: 'title', label: 'The reply in a line', shortName: 'reply', required: true, max: 120 },
    { type: 'long-text', id: 'reply', label: 'The reply', shortName: 'whole reply', required: true, maxWords: 400 },
    {
      type: 'yes-no',
      id: 'changed',
      label: 'Was the review changed?',
      shortName: 'the review was changed',
      required: true,
    },
  ],
}
