import {
  type RoundDay,
  type RoundInstant,
  roundDays,
  roundInstants,
  type TimetableField,
  type TimetableTyped,
} from '../../../core/rounds/read-timetable.ts'
import type { RoundInFund } from '../../../core/rounds/round.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { dateInput } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import { dayWords, fieldName, instantWords, roundFields } from '../fields.messages.ts'
import { roundPagePath } from '../funds.paths.ts'
import { caption, errorAt, type FormState, longField, saveButton } from './parts.ts'

export type TimetableFormModel = FormState<TimetableTyped & { readonly reason: string }> & {
  /** As it is kept now. */
  readonly round: RoundInFund
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

const interviewDays: readonly RoundDay[] = ['interviewsFromOn', 'interviewsToOn']

/** Sets when things happen in a round, in UK time. */
export function timetableFormPage(model: TimetableFormModel): Page {
  const { typed, errors, round } = model
  return {
    title: 'Timetable',
    hasErrors: errors.length > 0,
    backLink: { href: model.backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(`${round.fund.name}: ${round.name}`)}Timetable</h1>
<p class="govuk-body">All times are UK time: GMT in winter and British Summer Time (BST) in summer. Leave out what is not known yet.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${roundInstants.map((field) => instantField(model, field))}
${roundDays.filter((field) => round.interviewsHeld || !interviewDays.includes(field)).map((field) => moment(model, field, dayWords[field], undefined, false))}
${
  !round.interviewsHeld &&
  html`<p class="govuk-body">The rules of assessment hold no interviews, so no days are asked for them. <a class="govuk-link" href="${roundPagePath(round.fund.slug, round.slug, 'rules')}">Rules of assessment</a></p>`
}
${round.publishedAt !== null && longField({ field: 'reason', words: roundFields.reason, value: typed.reason, errors }, 3)}
${saveButton('Save the timetable')}`,
)}`,
  }
}

function instantField(model: TimetableFormModel, field: RoundInstant): SafeHtml {
  const now = model.round[field]
  const example = field === 'deadlineAt' ? 'Somebody is in time up to the second it gives. ' : ''
  const kept = now === null ? '' : ` Now: ${ukTimeWithZone(now)}.`
  return moment(
    model,
    field,
    instantWords[field],
    `${example}For example 27 3 2027, 5pm or 11:59pm or midday.${kept}`,
    true,
  )
}

function moment(
  { typed, errors }: TimetableFormModel,
  field: TimetableField,
  legend: string,
  hint: string | undefined,
  hasClock: boolean,
): SafeHtml {
  const id = fieldName(field)
  const { day, month, year, clock } = typed[field]
  return dateInput({
    id,
    namePrefix: id,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: errorAt(errors, field),
    items: [
      { name: 'day', label: 'Day', value: day, classes: 'govuk-input--width-2' },
      { name: 'month', label: 'Month', value: month, classes: 'govuk-input--width-5 app-month', inputmode: 'text' },
      { name: 'year', label: 'Year', value: year, classes: 'govuk-input--width-4' },
      hasClock && { name: 'clock', label: 'Time', value: clock, classes: 'govuk-input--width-5', inputmode: 'text' },
    ],
  })
}
