import type { Question } from '../../forms/index.ts'
import { leastWordsOfReason } from '../../rules/index.ts'
import { contentOf } from '../../sheets/index.ts'
import { categoryWords, factorWords } from '../filter/filter-words.ts'
import { choicesOf, ratedChoicesOf } from '../filter/read-choices.ts'
import type { rolesToSay } from '../filter/shortlist.ts'
import { filterProblems, type SuccessFactor, successFactors } from '../framework-filter.ts'
import { textIn } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import type { Sheet } from './sheet.ts'

const roleWords: Readonly<Record<(typeof rolesToSay)[number], string>> = {
  'do-minimum': 'Do minimum: the least that meets what is needed',
  'more-ambitious': 'More ambitious than the preferred way forward',
  'less-ambitious': 'Less ambitious than the preferred way forward',
}

const role: Question = {
  type: 'radios',
  id: 'role',
  label: 'What is it on the shortlist?',
  hint: 'The green option is the preferred way forward, and business as usual is what it is: leave this blank for both',
  shortName: 'role on the shortlist',
  options: Object.entries(roleWords).map(([value, label]) => ({ value, label })),
}

/** What a factor asks, and what the review says that it takes here. */
function factorHint(record: ReviewRecord, factor: SuccessFactor): string {
  const here = textIn(contentOf(record, 'factors'), factor)
  return here === '' ? factorWords[factor].asks : `${factorWords[factor].asks} Here: ${here}`
}

const ratings = [
  { value: 'green', label: 'Green: preferred', hint: 'One of each category' },
  { value: 'amber', label: 'Amber: carried forward' },
  { value: 'red', label: 'Red: dropped' },
]

/** Business as usual is never dropped: all else is measured against it. */
const ratingsOf = (businessAsUsual: boolean) => ratings.filter(({ value }) => !(businessAsUsual && value === 'red'))

/** How each choice was rated, and why. */
export const filterSheet: Sheet = {
  id: 'filter',
  title: 'From longlist to shortlist',
  what: 'Each choice is rated red, amber or green, with the reason. About five options go on.',
  chapter: 'options',
  from: 'quick',
  home: 'filter',
  each: {
    itemName: 'choice',
    of: (record) =>
      choicesOf(record).map(({ id, title, category }) => ({ id, title: `${categoryWords[category].name}: ${title}` })),
    columns: ['rating', 'reason'],
  },
  inTheWay: (record) => filterProblems(ratedChoicesOf(record)).length,
  questions: (record, choice) => [
    {
      type: 'checkboxes',
      id: 'fails',
      label: 'Which critical success factors does it fail?',
      hint: 'Leave blank if it fails none',
      shortName: 'factors that it fails',
      options: successFactors.map((value) => ({
        value,
        label: factorWords[value].name,
        hint: factorHint(record, value),
      })),
    },
    {
      type: 'radios',
      id: 'rating',
      label: 'What will you do with this choice?',
      shortName: 'rating',
      required: true,
      options: ratingsOf(choicesOf(record).some(({ id, businessAsUsual }) => id === choice && businessAsUsual)),
    },
    {
      type: 'long-text',
      id: 'reason',
      label: 'Why?',
      hint: `In at least ${leastWordsOfReason} words, as it will stand in the report`,
      shortName: 'reason',
      required: true,
      minWords: leastWordsOfReason,
      maxWords: 120,
    },
    ...(choicesOf(record).find(({ id }) => id === choice)?.category === 'delivery' ? [role] : []),
  ],
}
