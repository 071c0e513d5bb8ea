import type { MomentProblem, MomentTyped } from '../../core/rounds/read-timetable.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import { dateInput } from '../components/date-input.ts'
import type { SafeHtml } from '../html.ts'
import { type FieldText, fieldText } from './problem-summary.ts'

/** A day and a time of day, as people type them. */
export const momentField = (options: {
  readonly id: string
  readonly legend: string
  readonly hint: string
  readonly typed: MomentTyped
  readonly error: string | undefined
}): SafeHtml =>
  dateInput({
    id: options.id,
    namePrefix: options.id,
    fieldset: { legend: { text: options.legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: options.hint },
    errorMessage: options.error === undefined ? undefined : { text: options.error },
    items: [
      { name: 'day', label: 'Day', value: options.typed.day, classes: 'govuk-input--width-2' },
      {
        name: 'month',
        label: 'Month',
        value: options.typed.month,
        classes: 'govuk-input--width-5 app-month',
        inputmode: 'text',
      },
      { name: 'year', label: 'Year', value: options.typed.year, classes: 'govuk-input--width-4' },
      { name: 'clock', label: 'Time', value: options.typed.clock, classes: 'govuk-input--width-5', inputmode: 'text' },
    ],
  })

/** What a day and time are of: a thing, as in "the new deadline", or what happens then, as in "when scores are due". */
export type MomentNoun = `the ${string}` | `when ${string}`

/** What is wrong with a day and time as typed. */
export function momentText(problem: MomentProblem, field: string, noun: MomentNoun): FieldText {
  switch (problem.code) {
    case 'parts-missing':
      return {
        ...fieldText(
          field,
          `Enter the ${problem.parts.map(partWords).join(' and ')} ${noun.startsWith('when ') ? noun : `of ${noun}`}`,
        ),
        href: `#${field}-${problem.parts[0]}`,
      }
    case 'date-not-real':
      return { ...fieldText(field, `Enter a real day for ${noun}`), href: `#${field}-day` }
    case 'clock-not-read':
      return { ...fieldText(field, `Enter a time such as 5pm, 11:59pm or midday for ${noun}`), href: `#${field}-clock` }
    case 'time-skipped':
      return {
        ...fieldText(
          field,
          `There is no such time on that day, because the clocks go forward. The first after it is ${ukTimeWithZone(problem.nextAt)}`,
        ),
        href: `#${field}-clock`,
      }
  }
}

const partWords = (part: string): string => (part === 'clock' ? 'time' : part)
