import type { Fund } from '../../../core/rounds/fund.ts'
import type { MoneyTyped } from '../../../core/rounds/read-fund.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { illustrativeLabel, problemSummary } from '../../../ui/patterns/index.ts'
import { fundFields } from '../fields.messages.ts'
import { changeMoneyPath, manageFundPath } from '../funds.paths.ts'
import { caption, type FormState, longField, saveButton, textField } from './parts.ts'

export type MoneyModel = FormState<MoneyTyped & { readonly reason: string }> & {
  readonly fund: Fund
  readonly csrf: string
}

const reasonWords = {
  label: 'Why is it changing?',
  noun: 'why it is changing',
  hint: 'In at least eight words. It is published with your name, beside the sealed rules of each public round',
}

/** Where whoever decides changes the money of a fund, for a reason that everybody reads. */
export function moneyPage({ fund, typed, errors, csrf }: MoneyModel): Page {
  const field = (name: keyof typeof typed) => ({ field: name, words: fundFields[name], value: typed[name], errors })
  return {
    title: 'Change the money of the fund',
    hasErrors: errors.length > 0,
    backLink: { href: manageFundPath(fund.slug) },
    main: html`${problemSummary(errors)}
${illustrativeLabel(fund.illustrative)}
<h1 class="govuk-heading-l">${caption(fund.name)}Change the money of the fund</h1>
<p class="govuk-body">Once scores are known, the budget, the places and the cap are for whoever decides on the awards. What was worked out before is worked out again, and the panel recommends again, before awards are decided.</p>
${form(
  { action: changeMoneyPath(fund.slug), csrf },
  html`${textField(field('budgetPounds'), { pounds: true, width: 'govuk-input--width-10' })}
${textField(field('places'), { numeric: true, width: 'govuk-input--width-4' })}
${textField(field('capPounds'), { pounds: true, width: 'govuk-input--width-10' })}
${longField({ ...field('reason'), words: reasonWords }, 4)}
${saveButton('Change the money')}`,
)}`,
  }
}
