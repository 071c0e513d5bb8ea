import { html, type SafeHtml } from '../../../ui/html.ts'

/** What was typed and not taken, by what it is called: to be copied. */
export type TypedText = { readonly label: string; readonly value: string }

/** Those that say something, one under the other. */
export const typedTexts = (typed: readonly TypedText[]): SafeHtml =>
  html`${typed
    .filter(({ value }) => value.trim() !== '')
    .map(
      ({ label, value }) =>
        html`<h2 class="govuk-heading-s">${label}</h2><p class="govuk-body app-kept-lines">${value}</p>`,
    )}`
