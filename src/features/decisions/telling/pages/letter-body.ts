import type { LetterBlock, Words } from '../../../../core/letters/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { emailAddress } from '../../../../ui/patterns/index.ts'

/** A letter on a page, under a heading of the second level. */
export const letterBody = (blocks: readonly LetterBlock[]): SafeHtml =>
  html`${blocks.map((block) => {
    if (block.kind === 'list')
      return html`<ul class="govuk-list govuk-list--bullet">${block.items.map((item) => html`<li>${runsOf(item)}</li>`)}</ul>`
    if (block.kind === 'heading') return html`<h3 class="govuk-heading-s">${runsOf(block.runs)}</h3>`
    return html`<p class="govuk-body">${runsOf(block.runs)}</p>`
  })}`

const runsOf = (runs: readonly Words[]): SafeHtml =>
  html`${runs.map(({ text, strong, href }) => {
    const shown = href === `mailto:${text}` ? emailAddress(text) : html`${text}`
    const words = strong === true ? html`<strong>${shown}</strong>` : shown
    return href === undefined ? words : html`<a class="govuk-link" href="${href}">${words}</a>`
  })}`
