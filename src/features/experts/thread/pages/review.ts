import { button } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'

/** What a council can do with accepted advice in its strategic review: put it there, or start one. */
export type ReviewModel = { readonly putAction: string } | { readonly startHref: string }

export const reviewPart = (
  review: ReviewModel,
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m">Your strategic review</h2>
${
  'putAction' in review
    ? html`<p class="govuk-body">The advice becomes an entry under “Advice received”, where the review says what was done about it.</p>
${form({ action: review.putAction, csrf }, button({ text: 'Put the advice into the review', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`
    : html`<p class="govuk-body"><a class="govuk-link" href="${review.startHref}">Start the strategic review</a>, or ask to write in it: then the advice can be put there.</p>`
}`
