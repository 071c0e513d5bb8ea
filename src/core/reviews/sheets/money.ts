import type { discountSchedules, gdpDeflators } from '../../appraisal/index.ts'
import { firstYears, yearsAfter } from '../money/read-period.ts'
import type { Sheet } from './sheet.ts'

const scheduleWords: Readonly<Record<keyof typeof discountSchedules, string>> = {
  'green-book-2026': 'Green Book 2026: 3.5%, 3.0% from year 31, 2.5% from year 76',
  'green-book-2022': 'Green Book 2022: the same, and lower still from year 126',
}

const deflatorWords: Readonly<Record<keyof typeof gdpDeflators, string>> = {
  'hmt-2025-12': 'GDP deflators of HM Treasury, December 2025, and 2% a year after them',
}

const optionsOf = <Id extends string>(words: Readonly<Record<Id, string>>) =>
  (Object.keys(words) as Id[]).map((value) => ({ value, label: words[value] }))

/** What is the same for all money of a review. */
export const moneySheet: Sheet = {
  id: 'money',
  title: 'Years and prices',
  what: 'How many years are looked at, and by which rates money of one year is made into that of another.',
  chapter: 'money',
  from: 'quick',
  guidance:
    'Ten years after the first are usual for services, thirty for refurbishment, sixty for new buildings (Green Book 2026, paragraph 6.11). The rates are kept by their vintage, so that the appraisal can be worked out again when they change.',
  questions: () => [
    {
      type: 'whole-number',
      id: 'first',
      label: 'Which is the first year?',
      hint: 'The year of the decision, in which the financial year begins: 2026 for 2026 to 2027. Its money is not discounted',
      shortName: 'first year',
      required: true,
      min: firstYears.least,
      max: firstYears.most,
    },
    {
      type: 'whole-number',
      id: 'years',
      label: 'How many years follow it?',
      shortName: 'number of years after the first',
      required: true,
      min: yearsAfter.least,
      max: yearsAfter.most,
    },
    {
      type: 'radios',
      id: 'schedule',
      label: 'Which discount rates?',
      required: true,
      options: optionsOf(scheduleWords),
    },
    {
      type: 'radios',
      id: 'deflators',
      label: 'Which measure of prices?',
      required: true,
      options: optionsOf(deflatorWords),
    },
    {
      type: 'short-text',
      id: 'unit',
      label: 'What does the service deliver, counted?',
      hint: 'Such as “sessions” or “young people reached”: for the cost of one',
      shortName: 'unit of what is delivered',
      max: 60,
    },
    {
      type: 'number',
      id: 'units',
      label: 'How many of them a year, in every option?',
      shortName: 'number a year',
      min: 0,
      max: 1_000_000_000,
    },
    {
      type: 'money',
      id: 'median',
      label: 'What is the median household income of the country a year?',
      hint: 'Equivalised, as of a couple without children: to weight benefits by the incomes of those who get them',
      shortName: 'median income of the country',
      min: 1000,
      max: 1_000_000,
    },
  ],
}
