import type { Fund } from '../../../../core/rounds/fund.ts'
import { button, checkboxes, insetText } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { markdown } from '../../../../ui/markdown.ts'
import type { Page } from '../../../../ui/page.ts'
import {
  errorAt,
  type FieldText,
  illustrativeLabel,
  problemSummary,
  verifyThis,
} from '../../../../ui/patterns/index.ts'
import type { Terms } from '../terms.store.ts'

export type TermsModel = {
  readonly fund: Fund
  /** Those in force; undefined where none are. */
  readonly terms: Terms | undefined
  readonly accepted: boolean
  readonly errors: readonly FieldText[]
  readonly action: string
  readonly profileHref: string
  readonly csrf: string
}

/** The terms of the panel, for an expert to accept. */
export const termsPage = (model: TermsModel): Page => ({
  title: 'Terms of the expert panel',
  hasErrors: model.errors.length > 0,
  main: html`${problemSummary(model.errors)}
${illustrativeLabel(model.fund.illustrative)}
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${model.fund.name}</span>Terms of the expert panel</h1>
${model.terms === undefined ? html`<p class="govuk-body">The programme team has not written any yet.</p>` : termsPart(model, model.terms)}`,
})

/** The text of a version, with its fee and its fingerprint. */
export const termsText = ({ number, text, feePounds, sha256 }: Terms): SafeHtml => html`
<p class="govuk-body">Version ${number}. The fee is <strong>£${feePounds} an hour</strong>, without VAT.</p>
${markdown(text)}
${verifyThis('this version', sha256)}`

const termsPart = ({ accepted, errors, action, profileHref, csrf }: TermsModel, terms: Terms): SafeHtml => html`
${accepted && insetText({ html: html`You have accepted these terms. <a class="govuk-link" href="${profileHref}">Your profile as an expert</a>` })}
${termsText(terms)}
${
  !accepted &&
  form(
    { action, csrf },
    html`${hidden('shown', terms.sha256)}
${checkboxes({
  name: 'agreed',
  idPrefix: 'agreed',
  errorMessage: errorAt(errors, 'agreed'),
  fieldset: { legend: { text: 'Do you accept them?', classes: 'govuk-fieldset__legend--m' } },
  items: [{ value: 'yes', text: `I accept version ${terms.number} of the terms` }],
})}
${button({ text: 'Continue', preventDoubleClick: true })}`,
  )
}`
