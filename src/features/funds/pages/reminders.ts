import type { RoundInFund } from '../../../core/rounds/round.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { input } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import type { Words } from '../fields.messages.ts'
import { caption, errorAt, saveButton } from './parts.ts'

export type RemindersModel = {
  readonly round: RoundInFund
  readonly typed: string
  /** When each reminder goes out. */
  readonly times: readonly Date[]
  readonly errors: readonly Words[]
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

/** Sets when people with drafts are reminded of the deadline. */
export const remindersPage = ({ round, typed, times, errors, action, backHref, csrf }: RemindersModel): Page => ({
  title: 'Reminders of the deadline',
  hasErrors: errors.length > 0,
  backLink: { href: backHref },
  main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}Reminders of the deadline</h1>
<p class="govuk-body">People of an authority whose application is not submitted get an email at these times. Each gets each reminder once. An extension moves the reminders that are still to come.</p>
${
  times.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${times.map((time) => html`<li>${ukTimeWithZone(time)}</li>`)}</ul>`
}
${form(
  { action, csrf },
  html`${input({
    id: 'hours',
    name: 'hours',
    label: { text: 'Hours before the deadline', classes: 'govuk-label--s' },
    hint: {
      text: 'Up to five whole numbers between commas, such as 168, 48, 3 for seven days, two days and three hours. Leave it blank for no reminders.',
    },
    value: typed,
    classes: 'govuk-input--width-20',
    errorMessage: errorAt(errors, 'hours'),
  })}
${saveButton('Save reminders')}`,
)}`,
})
