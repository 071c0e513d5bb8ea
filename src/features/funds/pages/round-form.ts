import { authorityKinds } from '../../../core/authorities/authority.ts'
import type { RoundTyped } from '../../../core/rounds/read-round.ts'
import { checkboxes } from '../../../ui/components/index.ts'
import { form, hidden } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import { fieldName, roundFields } from '../fields.messages.ts'
import { kindWords } from '../invitations.messages.ts'
import { caption, errorAt, type FormState, longField, saveButton, textField } from './parts.ts'

export type RoundFormModel = FormState<RoundTyped & { readonly reason: string }> & {
  readonly heading: string
  readonly fundName: string
  readonly button: string
  readonly asksReason: boolean
  /** Where none are held, what was said of them stays and is not asked. */
  readonly interviewsHeld: boolean
  /** The slug of the round that is copied. */
  readonly copyOf?: string | undefined
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

const small = { numeric: true, width: 'govuk-input--width-5' }

/** Sets a round up, copies it or changes it. */
export function roundFormPage(model: RoundFormModel): Page {
  const { typed, errors, heading, copyOf } = model
  const field = (name: Exclude<keyof typeof typed, 'eligibleKinds'>) => ({
    field: name,
    words: roundFields[name],
    value: typed[name],
    errors,
  })
  const kinds = checkboxes({
    idPrefix: fieldName('eligibleKinds'),
    name: fieldName('eligibleKinds'),
    fieldset: { legend: { text: roundFields.eligibleKinds.label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Select all that apply' },
    errorMessage: errorAt(errors, 'eligibleKinds'),
    values: typed.eligibleKinds,
    items: authorityKinds.map((kind) => ({ value: kind, text: kindWords[kind] })),
  })
  return {
    title: heading,
    hasErrors: errors.length > 0,
    backLink: { href: model.backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${caption(model.fundName)}${heading}</h1>
${copyOf !== undefined && html`<p class="govuk-body">The details, the form, the sign-offs and the rules of assessment are copied, and what is published on its pages, as drafts. The timetable, the checks before it is public, the invitations and the applications are not.</p>`}
${form(
  { action: model.action, csrf: model.csrf },
  html`${copyOf !== undefined && hidden('copy', copyOf)}
${textField(field('name'))}
${textField(field('slug'))}
${textField(field('contactEmail'), { type: 'email' })}
${kinds}
${textField(field('hoursToApply'), small)}
<h2 class="govuk-heading-m">How many applications</h2>
${textField(field('expectedLow'), small)}
${textField(field('expected'), small)}
${textField(field('expectedHigh'), small)}
<h2 class="govuk-heading-m">Who assesses them</h2>
${textField(field('assessors'), small)}
${textField(field('assessorsPerApplication'), small)}
${textField(field('minutesPerApplication'), small)}
${
  model.interviewsHeld
    ? html`<h2 class="govuk-heading-m">Interviews</h2>
${textField(field('panelMembers'), small)}
${textField(field('interviewMinutes'), small)}`
    : (['panelMembers', 'interviewMinutes'] as const).map((name) => hidden(fieldName(name), typed[name]))
}
${model.asksReason && longField(field('reason'), 3)}
${saveButton(model.button)}`,
)}`,
  }
}
