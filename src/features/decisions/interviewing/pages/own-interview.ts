import { button, checkboxes, insetText, radios, summaryList, textarea } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import { type FieldText, illustrativeLabel, problemSummary } from '../../../../ui/patterns/index.ts'
import { closedNote, errorAt } from './parts.ts'

export type OwnInterviewModel = {
  readonly reference: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly applicationHref: string
  readonly action: string
  readonly calendarHref: string
  /** Undefined where they may not. */
  readonly withdrawHref: string | undefined
  /** Undefined while it has none. */
  readonly place: { readonly when: string; readonly where: string } | undefined
  /** Whether there was a place before that is not held. */
  readonly cancelled: boolean
  readonly closed: boolean
  /** What was answered last, in a sentence; '' for nothing yet. */
  readonly answered: string
  readonly halfDays: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly typed: { readonly answer: string; readonly reason: string }
  readonly errors: readonly FieldText[]
  readonly csrf: string
}

/** The interview of an application, for its own people: when and where, and their answer. */
export const ownInterviewPage = (model: OwnInterviewModel): Page => ({
  title: 'Your interview',
  backLink: { href: model.applicationHref, text: 'Back to the application' },
  hasErrors: model.errors.length > 0,
  main: html`${problemSummary(model.errors)}${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}, ${model.roundName}</span>Your interview</h1>
${closedNote(model.closed)}
${model.place !== undefined ? placeOf(model, model.place) : noPlace(model)}
${model.withdrawHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.withdrawHref}">Withdraw the application</a></p>`}`,
})

/** A place that was taken back leaves them free to say anew when they can come. */
const noPlace = (model: OwnInterviewModel): SafeHtml =>
  html`${model.cancelled && html`<p class="govuk-body">Your interview is not held at the time that you were told. We will email you when there is a new time.</p>`}${!model.closed && windowsOf(model)}`

const placeOf = (model: OwnInterviewModel, place: NonNullable<OwnInterviewModel['place']>): SafeHtml =>
  html`${summaryList({
    rows: [
      { key: { text: 'When' }, value: { text: place.when } },
      { key: { text: 'Where' }, value: { html: html`<span class="govuk-!-text-break-word">${place.where}</span>` } },
    ],
  })}
<p class="govuk-body"><a class="govuk-link" href="${model.calendarHref}">Add it to your calendar</a> (an .ics file)</p>
${model.answered !== '' && insetText({ text: model.answered })}
${!model.closed && answerForm(model)}`

const answerForm = (model: OwnInterviewModel): SafeHtml =>
  form(
    { action: model.action, csrf: model.csrf },
    html`${radios({
      name: 'answer',
      idPrefix: 'answer',
      value: model.typed.answer,
      fieldset: { legend: { text: 'Can you come?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: errorAt(model.errors, 'answer'),
      items: [
        { value: 'confirmed', text: 'Yes, we confirm it' },
        { value: 'move', text: 'No, we ask to move it' },
      ],
    })}
${textarea({
  name: 'reason',
  id: 'reason',
  label: { text: 'If you ask to move it: why, and when could you come?' },
  rows: 3,
  value: model.typed.reason,
  errorMessage: errorAt(model.errors, 'reason'),
})}
${button({ text: 'Send', preventDoubleClick: true })}`,
  )

const windowsOf = (model: OwnInterviewModel): SafeHtml =>
  model.halfDays.length === 0
    ? html`<p class="govuk-body">We will email you the time of your interview.</p>`
    : html`<p class="govuk-body">Interviews are held on these half-days. If you say nothing, any of them is taken to suit you.</p>
${form(
  { action: model.action, csrf: model.csrf },
  html`${checkboxes({
    name: 'half-days',
    idPrefix: 'half-days',
    fieldset: { legend: { text: 'Which suit you?', classes: 'govuk-fieldset__legend--m' } },
    hint: { text: 'Choose as many as you can' },
    errorMessage: errorAt(model.errors, 'half-days'),
    items: [...model.halfDays],
  })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`

export type WithdrawShortlistedModel = Pick<OwnInterviewModel, 'reference' | 'illustrative' | 'errors' | 'csrf'> & {
  readonly action: string
  readonly back: string
  readonly when: string | undefined
}

/** Asks once more before an application on the shortlist is taken back for good. */
export const withdrawShortlistedPage = (model: WithdrawShortlistedModel): Page => ({
  title: 'Withdraw the application',
  backLink: { href: model.back },
  hasErrors: model.errors.length > 0,
  main: html`${problemSummary(model.errors)}${illustrativeLabel(model.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.reference}</span>Withdraw the application</h1>
<p class="govuk-body">The deadline has passed, so that you cannot submit it again. It is neither interviewed nor awarded anything.</p>
${model.when !== undefined && html`<p class="govuk-body">Its interview on ${model.when} is cancelled. Everybody who was to come is told by email.</p>`}
${form(
  { action: model.action, csrf: model.csrf },
  html`<div class="govuk-button-group">${button({ text: 'Withdraw the application', classes: 'govuk-button--warning', preventDoubleClick: true })}<a class="govuk-link" href="${model.back}">Cancel</a></div>`,
)}`,
})
