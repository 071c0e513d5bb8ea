import type { TypedDay } from '../../core/time/typed-day.ts'
import { dateInput } from '../components/date-input.ts'
import type { SafeHtml } from '../html.ts'
import { errorAt, type FieldText } from './problem-summary.ts'

type DayField = {
  readonly id: string
  readonly legend: string
  readonly hint: string
  readonly typed: TypedDay
  readonly errors: readonly FieldText[]
}

/** A day, as people type it. Problems with it are of the field `<id>-day`. */
export const dayField = ({ id, legend, hint, typed, errors }: DayField): SafeHtml =>
  dateInput({
    id,
    namePrefix: id,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    errorMessage: errorAt(errors, `${id}-day`),
    items: [
      { name: 'day', label: 'Day', value: typed.day, classes: 'govuk-input--width-2' },
      {
        name: 'month',
        label: 'Month',
        value: typed.month,
        classes: 'govuk-input--width-5 app-month',
        inputmode: 'text',
      },
      { name: 'year', label: 'Year', value: typed.year, classes: 'govuk-input--width-4' },
    ],
  })
