import { type Expression, isAnswered } from '../../forms/index.ts'
import type { Sheet } from './sheet.ts'

const isPlanned: Expression = { question: 'state', is: 'planned' }

/** Also what was written before it was asked. */
const tookPlace: Expression = { not: isPlanned }

/** Whom the review speaks with: what is planned, and what they said and what came of it where it has taken place. */
export const engagementSheet: Sheet = {
  id: 'engagement',
  title: 'Engagement plan and log',
  what: 'Staff, unions, users, members and partners: who is to be asked what, and who was asked, what they said and what was done about it.',
  chapter: 'judgement',
  from: 'quick',
  guidance: 'Once what is planned has taken place, open it, say so and write what was said.',
  list: { itemName: 'conversation', titledBy: 'title', columns: ['group', 'state', 'on', 'people'], most: 200 },
  // Before it was also a plan it was a log: what somebody said can only have been said.
  known: ({ state, said, people }) =>
    !isAnswered(state) && (isAnswered(said) || isAnswered(people)) ? { state: 'took-place' } : {},
  checksOn: (today) => [
    {
      id: 'has-come',
      when: { all: [tookPlace, { question: 'on', after: today }] },
      text: 'The day on which it took place must be today or earlier. If it is still to come, say that it is planned',
      question: 'on',
    },
    {
      id: 'is-to-come',
      when: { all: [isPlanned, { question: 'on', before: today }] },
      text: 'The day for which it is planned must be today or later. If it has taken place, say so and write what was said',
      question: 'on',
    },
  ],
  questions: () => [
    {
      type: 'short-text',
      id: 'title',
      label: 'What is it?',
      hint: 'Such as “Meeting with youth workers of the east team”. Name groups, not people',
      shortName: 'what it is',
      required: true,
      max: 120,
    },
    {
      type: 'select',
      id: 'group',
      label: 'With whom?',
      shortName: 'with whom',
      required: true,
      options: [
        { value: 'staff', label: 'Staff' },
        { value: 'unions', label: 'Trade unions' },
        { value: 'users', label: 'Users and their families' },
        { value: 'residents', label: 'Residents' },
        { value: 'members', label: 'Elected members' },
        { value: 'partners', label: 'Partners and providers' },
        { value: 'others', label: 'Others' },
      ],
    },
    {
      type: 'radios',
      id: 'state',
      label: 'Has it taken place?',
      shortName: 'whether it took place',
      required: true,
      options: [
        { value: 'took-place', label: 'It took place' },
        { value: 'planned', label: 'It is planned' },
      ],
    },
    { type: 'date', id: 'on', label: 'On which day?', shortName: 'day', required: true },
    {
      type: 'long-text',
      id: 'asks',
      label: 'What will they be asked?',
      shortName: 'what they will be asked',
      required: true,
      maxWords: 200,
      showIf: isPlanned,
    },
    {
      type: 'whole-number',
      id: 'people',
      label: 'How many people took part?',
      shortName: 'number of people',
      required: true,
      min: 1,
      max: 1_000_000,
      showIf: tookPlace,
    },
    {
      type: 'long-text',
      id: 'said',
      label: 'What did they say?',
      hint: 'What they were against too',
      shortName: 'what they said',
      required: true,
      maxWords: 500,
      showIf: tookPlace,
    },
    {
      type: 'long-text',
      id: 'done',
      label: 'What was done about it?',
      hint: 'If nothing was, say why',
      shortName: 'what was done',
      required: true,
      maxWords: 300,
      showIf: tookPlace,
    },
  ],
}
