import { button, details, tag } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import { markdown } from '../../../ui/markdown.ts'
import type { OutlinedPage, OutlinedQuestion, OutlinedRule } from '../form-outline.ts'
import type { OutlinedForm } from '../read-part.ts'

/** A whole form to read before signing in. */
export function formOutline(form: OutlinedForm): SafeHtml {
  return html`${button({ text: 'Download a blank form', href: form.blankHref, classes: 'govuk-button--secondary' })}
${form.pages.some(isReconstructed) && html`<p class="govuk-body">${reconstructedTag()} marks what is in our words, because the published words were not found.</p>`}
${markdown(form.guidance, { headingLevel: 3 })}
${form.pages.map(pageOf)}
${details({
  summaryText: 'About this version of the form',
  html: html`<p class="govuk-body">Version ${form.version}, published ${form.publishedOn}. ${form.questionCount === 1 ? '1 question' : `${form.questionCount} questions`}.</p>
${form.source !== '' && html`<p class="govuk-body">Source: ${sourceOf(form.source)}</p>`}`,
})}
${details({
  summaryText: 'Verify this',
  html: html`<p class="govuk-body">The form has this SHA-256 hash, by which anyone can tell that it has not changed:<br><code class="app-hash">${form.sha256}</code></p>`,
})}`
}

const isReconstructed = (page: OutlinedPage): boolean =>
  page.reconstructed || page.questions.some(({ reconstructed }) => reconstructed)

const reconstructedTag = (): SafeHtml => tag({ text: 'Reconstructed', classes: 'govuk-tag--yellow' })

const sourceOf = (source: string): SafeHtml =>
  source.startsWith('https://') || source.startsWith('http://')
    ? html`<a class="govuk-link" href="${source}">${source}</a>`
    : html`${source}`

const pageOf = (page: OutlinedPage): SafeHtml => html`<section aria-labelledby="page-${page.id}">
<h2 class="govuk-heading-m" id="page-${page.id}">${page.title} ${page.reconstructed && reconstructedTag()}</h2>
${page.condition !== '' && html`<p class="govuk-body">${page.condition}.</p>`}
${markdown(page.guidance, { headingLevel: 4 })}
<dl class="govuk-summary-list">${page.questions.map(questionOf)}</dl>
</section>`

const questionOf = (question: OutlinedQuestion): SafeHtml => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">${question.label}${!question.required && html` <span class="govuk-!-font-weight-regular">(optional)</span>`} ${question.reconstructed && reconstructedTag()}</dt>
<dd class="govuk-summary-list__value">${answerOf(question)}</dd>
</div>`

function answerOf(question: OutlinedQuestion): SafeHtml {
  return html`<p class="govuk-body">${question.answer}</p>
${question.options.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${question.options.map((option) => html`<li>${option}</li>`)}</ul>`}
${question.questions.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${question.questions.map(({ label, answer }) => html`<li>${label}: ${answer}</li>`)}</ul>`}
${question.hint !== '' && html`<p class="govuk-hint">${question.hint}</p>`}
${markdown(question.guidance, { headingLevel: 4 })}
${question.condition !== '' && html`<p class="govuk-body"><em>${question.condition}.</em></p>`}`
}

const outcomes = {
  fail: { text: 'Not eligible', classes: 'govuk-tag--red' },
  caveat: { text: 'With a caveat', classes: 'govuk-tag--yellow' },
} as const

/** The rules of eligibility that the form applies, in words. */
export function rulesOf(rules: readonly OutlinedRule[]): SafeHtml | false {
  return (
    rules.length > 0 &&
    html`<h2 class="govuk-heading-l">Rules that the form applies</h2>
<p class="govuk-body">The form tells you at once when one of these is so.</p>
${rules.map(
  ({ clause, text, condition, outcome }) => html`<section>
<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${clause}</h3>
<p class="govuk-body govuk-!-margin-bottom-1">${tag(outcomes[outcome])} if ${condition}</p>
<p class="govuk-body">${text}</p>
</section>`,
)}`
  )
}
