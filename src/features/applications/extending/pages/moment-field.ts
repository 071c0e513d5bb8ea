import type { MomentTyped } from '../../../../core/rounds/index.ts'
import { dateInput } from '../../../../ui/components/index.ts'
import type { SafeHtml } from '../../../../ui/html.ts'

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
      { name: 'month', label: 'Month', value: options.typed.month, classes: 'govuk-input--width-2', inputmode: 'text' },
      { name: 'year', label: 'Year', value: options.typed.year, classes: 'govuk-input--width-4' },
      { name: 'clock', label: 'Time', value: options.typed.clock, classes: 'govuk-input--width-5', inputmode: 'text' },
    ],
  })
