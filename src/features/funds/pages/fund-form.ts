import type { FundTyped } from '../../../core/rounds/read-fund.ts'
import { radios } from '../../../ui/components/index.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { problemSummary } from '../../../ui/patterns/index.ts'
import { fieldName, fundFields } from '../fields.messages.ts'
import { caption, errorAt, type FormState, longField, saveButton, textField } from './parts.ts'

export type FundFormModel = FormState<FundTyped & { readonly reason: string }> & {
  /** Null for a new fund. */
  readonly fundName: string | null
  readonly asksReason: boolean
  readonly action: string
  readonly backHref: string
  readonly csrf: string
}

export const awardTypeWords = { 'support-in-kind': 'Support in kind', grant: 'A grant' } as const

export const vatWords = {
  included: 'VAT is included',
  excluded: 'VAT is not included',
  'not-stated': 'Not stated',
} as const

/** Sets a fund up, or changes it. */
export function fundFormPage(model: FundFormModel): Page {
  const { typed, errors, fundName, asksReason, action, backHref, csrf } = model
  const title = fundName === null ? 'Set up a fund' : 'Change the fund'
  const field = (name: keyof typeof typed) => ({ field: name, words: fundFields[name], value: typed[name], errors })
  const choice = (name: 'awardType' | 'vat', items: { value: string; text: string; hint?: { text: string } }[]) =>
    radios({
      idPrefix: fieldName(name),
      name: fieldName(name),
      fieldset: { legend: { text: fundFields[name].label, classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt(errors, name),
      value: typed[name],
      items,
    })
  return {
    title,
    hasErrors: errors.length > 0,
    backLink: { href: backHref },
    main: html`${problemSummary(errors)}
<h1 class="govuk-heading-l">${fundName !== null && caption(fundName)}${title}</h1>
${form(
  { action, csrf },
  html`${textField(field('name'))}
${fundName === null && textField(field('slug'))}
${longField(field('summary'), 4)}
${choice('awardType', [
  {
    value: 'support-in-kind',
    text: awardTypeWords['support-in-kind'],
    hint: { text: 'Professional help that is bought for the council' },
  },
  { value: 'grant', text: awardTypeWords.grant, hint: { text: 'Money that is paid to the council' } },
])}
${textField(field('budgetPounds'), { pounds: true, width: 'govuk-input--width-10' })}
${textField(field('places'), { numeric: true, width: 'govuk-input--width-4' })}
${textField(field('capPounds'), { pounds: true, width: 'govuk-input--width-10' })}
${choice('vat', [
  { value: 'included', text: vatWords.included },
  { value: 'excluded', text: vatWords.excluded },
  { value: 'not-stated', text: vatWords['not-stated'] },
])}
${textField(field('seniorOfficerName'))}
${textField(field('seniorOfficerTitle'))}
${asksReason && longField(field('reason'), 3)}
${saveButton(fundName === null ? 'Set up the fund' : 'Save changes')}`,
)}`,
  }
}
