import { checkboxes, details } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'

type Found = { readonly found: string; readonly certain: boolean }

/** What the text as it was written says of who and where: struck out already, or to be decided on. */
export const tracesPart = (traces: readonly Found[], standing: readonly string[]): SafeHtml => html`
<p class="govuk-body">The other councils of the fund read this once the council that asked and the expert consent. Nobody must be able to tell from it who asked.</p>
${standing.map((line) => html`<p class="govuk-body">${line}</p>`)}
${details({
  summaryText: 'Names found in the text as it was written',
  open: true,
  html:
    traces.length === 0
      ? html`None were found. Read the text all the same: a service or a number can tell who asked too.`
      : html`<ul class="govuk-list govuk-list--bullet">${traces.map(({ found, certain }) => html`<li>${found}: ${certain ? 'struck out below' : 'may be a name: strike it out, or say that it can stand'}</li>`)}</ul>`,
})}`

/** What looks like a name in the text, to be let stand or not. */
export const letStandField = (
  possible: readonly string[],
  chosen: readonly string[],
  errors: readonly FieldText[],
): SafeHtml =>
  html`${
    possible.length > 0 &&
    checkboxes({
      name: 'let-stand',
      idPrefix: 'let-stand',
      classes: 'govuk-checkboxes--small',
      values: [...chosen],
      fieldset: {
        legend: {
          text: 'Which of these can stand, because they say neither who nor where?',
          classes: 'govuk-fieldset__legend--s',
        },
      },
      errorMessage: errorAt(errors, 'let-stand'),
      items: possible.map((found) => ({ value: found, text: found })),
    })
  }`
