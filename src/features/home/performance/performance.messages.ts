import {
  type CostProblem,
  type Count,
  leastCount,
  type MonthPerformance,
  type Share,
} from '../../../core/performance/index.ts'
import { MONTHS } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'

/** @example monthWords('2026-11') // => 'November 2026' */
export const monthWords = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

const few = `Fewer than ${leastCount}`

export const shareWords = (share: Share): string =>
  share === 'none' ? 'None' : share === 'few' ? 'Withheld' : `${share.percent}% of ${share.of}`
export const countWords = (count: Count): string => (count === 'few' ? few : String(count))
export const poundsWords = (pounds: number | null): string =>
  pounds === null ? 'Not known' : `£${pounds.toLocaleString('en-GB')}`

const lacking = {
  completion: 'How many applications were completed: none was begun.',
  satisfaction: 'How many people are satisfied: nobody has said so.',
  poundsEach:
    'What each application costs: for no month in which applications were sent in has a programme team entered what it cost.',
  digital: 'How many applications were sent online: none was submitted.',
} as const

const withheld = {
  completion: 'How many applications were completed is withheld.',
  satisfaction: 'How many people are satisfied is withheld.',
  poundsEach: 'What each application costs is withheld.',
  digital: 'How many applications were sent online is withheld.',
} as const

/** Why a figure is not among the large ones. */
export const notShownWords = (figure: keyof typeof lacking, few: boolean): string =>
  few ? withheld[figure] : lacking[figure]

/** Hours, or days where there are two and more of them. @example hoursWords(60) // => '2.5 days' */
export const hoursWords = (hours: number | null): string =>
  hours === null ? 'Not known' : hours < 48 ? `${hours} hours` : `${Math.round(hours / 2.4) / 10} days`

/** Each figure by its name, with how it is counted. */
export const figures: Readonly<
  Record<Exclude<keyof MonthPerformance, 'month' | 'submitted'>, { readonly name: string; readonly how: string }>
> = {
  completion: {
    name: 'Completed',
    how: 'Of the applications that authorities began in a month, the share that was submitted at any time since. Those that the programme team keyed in are left out, and so are tests of forms. One whose round is still open may yet be submitted.',
  },
  medianHours: {
    name: 'Time taken',
    how: 'From when an application was begun to its first submission, by the month of that: half took less. It is how long it lay open, and not how long people worked on it.',
  },
  satisfaction: {
    name: 'Satisfied',
    how: 'Of those who answered how satisfied they were, after submitting or from the foot of any page, the share that was satisfied or very satisfied. We keep the answer and its day, and nothing about who gave it, so somebody may have answered twice. Answers go after two years.',
  },
  poundsEach: {
    name: 'Cost of each application',
    how: 'What programme teams say running their fund on this service cost in a month, divided by the applications submitted in it. They say where the figure is from. A month for which nothing was entered is not known.',
  },
  digital: {
    name: 'Sent online',
    how: 'Of the applications first submitted in a month, the share that authorities sent themselves. The others came by email or on paper and were keyed in by the programme team.',
  },
}

export const ratingWords: Readonly<Record<number, string>> = {
  5: 'Very satisfied',
  4: 'Satisfied',
  3: 'Neither satisfied nor dissatisfied',
  2: 'Dissatisfied',
  1: 'Very dissatisfied',
}

export const ratingMissing = fieldText('rating', 'Select how satisfied you were')

export function costProblemText({ code }: CostProblem): FieldText {
  switch (code) {
    case 'month-missing':
      return fieldText('month-month', 'Enter a month and a year, such as 11 and 2026')
    case 'month-to-come':
      return fieldText('month-month', 'Enter a month that is not in the future')
    case 'pounds-missing':
      return fieldText('pounds', 'Enter the cost in whole pounds, like 1,200')
    case 'source-missing':
      return fieldText('source', 'Enter where this figure is from')
    case 'source-too-long':
      return fieldText('source', 'Where it is from must be 300 characters or less')
  }
}
