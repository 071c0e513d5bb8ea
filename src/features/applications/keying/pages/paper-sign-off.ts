import { button, dateInput, input } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import type { FieldText } from '../../extending/extending.messages.ts'
import type { PaperTyped } from '../record-paper-sign-off.ts'

export type PaperSignOffModel = {
  readonly reference: string
  readonly illustrative: boolean
  readonly back: string
  /** `as senior sponsor of Exbridge` */
  readonly signsAs: string
  readonly typed: PaperTyped
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly csrf: string
}

/** Recording that what was keyed in is signed. */
export function paperSignOffPage(model: PaperSignOffModel): Page {
  const { typed, errors } = model
  const errorAt = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && { text: found.text }
  }
  return {
    title: 'Record a signature on paper',
    hasErrors: errors.length > 0,
    backLink: { href: model.back },
    main: html`${problemSummary(errors)}
${illustrativeLabel(model.illustrative)}
<span class="govuk-caption-l">${model.reference}</span>
<h1 class="govuk-heading-l">Record a signature on paper</h1>
<p class="govuk-body">Who signed ${model.signsAs}, as the scan shows it. Your name and the time are kept with it.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${input({
    name: 'name',
    id: 'name',
    label: { text: 'Name of the person who signed', classes: 'govuk-label--s' },
    value: typed.name,
    errorMessage: errorAt('name'),
    classes: 'govuk-input--width-20',
  })}
${input({
  name: 'jobTitle',
  id: 'jobTitle',
  label: { text: 'Their job title', classes: 'govuk-label--s' },
  value: typed.jobTitle,
  errorMessage: errorAt('jobTitle'),
  classes: 'govuk-input--width-20',
})}
${dateInput({
  id: 'signed',
  namePrefix: 'signed',
  fieldset: { legend: { text: 'When did they sign?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'As it is written beside the signature, or the day on which it came. For example, 27 3 2027' },
  errorMessage: errorAt('signed-day'),
  items: [
    { name: 'day', value: typed.day, classes: 'govuk-input--width-2' },
    { name: 'month', value: typed.month, classes: 'govuk-input--width-2' },
    { name: 'year', value: typed.year, classes: 'govuk-input--width-4' },
  ],
})}
${button({ text: 'Record the signature', preventDoubleClick: true })}`,
)}`,
  }
}
