import { hasCome } from '../../sheets/index.ts'
import type { Sheet } from './sheet.ts'

/** The staff side’s own words, which the report prints as they are. */
export const staffReplySheet: Sheet = {
  id: 'staff-reply',
  title: 'Reply of the staff side',
  what: 'What trade unions and staff say to the review. The report prints it whole and unedited.',
  chapter: 'judgement',
  from: 'quick',
  guidance: 'Copy what they wrote, word for word. Every version is kept, so that a change to it can be seen.',
  checksOn: (today) => [hasCome('on', 'The day on which the reply was given must be today or earlier', today)],
  questions: () => [
    { type: 'short-text', id: 'from', label: 'Whose reply is it?', required: true, max: 160 },
    { type: 'date', id: 'on', label: 'When was it given?', required: true },
    { type: 'long-text', id: 'text', label: 'The reply', required: true, maxWords: 5000 },
    { type: 'short-text', id: 'agreed', label: 'Who on the staff side confirmed that it is theirs?', max: 160 },
  ],
}
