import { button } from '../../../../ui/components/index.ts'
import { form, hidden } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'

export type OfferedHours = readonly {
  readonly when: string
  readonly value: string
  readonly booked: boolean
}[]

/** The hours that an expert offers, each of which can be taken back unless it is booked. */
export const offeredHours = (hours: OfferedHours, action: string, csrf: string): SafeHtml =>
  hours.length === 0
    ? html`<h2 class="govuk-heading-m">Hours that you offer</h2><p class="govuk-body">None yet.</p>`
    : html`<h2 class="govuk-heading-m">Hours that you offer</h2>
<ul class="govuk-list govuk-list--spaced">${hours.map(
        ({ when, value, booked }) =>
          html`<li>${when}${booked ? html`: <strong>booked</strong>` : form({ action, csrf }, html`${hidden('starts', value)}${button({ html: html`Take back<span class="govuk-visually-hidden"> ${when}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}`)}</li>`,
      )}</ul>`
