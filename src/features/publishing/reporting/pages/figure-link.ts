import { numberWords } from '../../../../core/forms/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'

/** A figure that leads to what it counts; one of nothing leads nowhere. */
export const figureLink = (value: number, words: string, href: string): SafeHtml =>
  value === 0
    ? html`0`
    : html`<a class="govuk-link" href="${href}">${numberWords(value)}<span class="govuk-visually-hidden"> ${words}</span></a>`
