import { button, input, radios } from '../../../../ui/components/index.ts'
import { form } from '../../../../ui/form.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'
import { errorAt, type FieldText } from '../../../../ui/patterns/index.ts'

export type BookingsModel = {
  readonly bookings: readonly {
    readonly when: string
    readonly place: string
    readonly cancelled: boolean
    readonly calendarHref: string | undefined
    readonly cancelAction: string | undefined
  }[]
  /** Where hours are booked; undefined where they cannot be. */
  readonly book:
    | {
        readonly action: string
        readonly hours: string
        readonly starts: readonly { readonly value: string; readonly text: string }[]
        readonly typed: { readonly start: string; readonly place: string }
      }
    | undefined
  /** Where the expert offers hours. */
  readonly offerHref: string | undefined
}

/** Hours with the expert: those booked, and booking more. */
export const bookingsPart = (
  { bookings, book, offerHref }: BookingsModel,
  errors: readonly FieldText[],
  csrf: string,
): SafeHtml => html`<h2 class="govuk-heading-m" id="bookings">Hours with the expert</h2>
${
  bookings.length === 0
    ? html`<p class="govuk-body">None are booked.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${bookings.map(
        ({
          when,
          place,
          cancelled,
          calendarHref,
          cancelAction,
        }) => html`<li>${when}, ${place}${cancelled && html` (cancelled)`}
${calendarHref !== undefined && html`<br><a class="govuk-link" href="${calendarHref}">Add it to your calendar<span class="govuk-visually-hidden">: ${when}</span></a>`}
${cancelAction !== undefined && form({ action: cancelAction, csrf }, button({ html: html`Cancel<span class="govuk-visually-hidden"> ${when}</span>`, classes: 'govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0', preventDoubleClick: true }))}</li>`,
      )}</ul>`
}
${offerHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${offerHref}">Offer hours in which you can be booked</a></p>`}
${book !== undefined && bookForm(book, errors, csrf)}`

const bookForm = (
  { action, hours, starts, typed }: NonNullable<BookingsModel['book']>,
  errors: readonly FieldText[],
  csrf: string,
): SafeHtml =>
  starts.length === 0
    ? html`<p class="govuk-body">The expert offers no ${hours} now. Write a message, and ask for some.</p>`
    : form(
        { action, csrf },
        html`${radios({ name: 'start', idPrefix: 'start', classes: 'govuk-radios--small', value: typed.start, fieldset: { legend: { text: `When do you want ${hours}?`, classes: 'govuk-fieldset__legend--s' } }, errorMessage: errorAt(errors, 'start'), items: starts.map((each) => ({ ...each })) })}
${input({ id: 'place', name: 'place', label: { text: 'Where?' }, hint: { text: 'A link to a call, or a room' }, value: typed.place, errorMessage: errorAt(errors, 'place') })}
${button({ text: 'Book', preventDoubleClick: true })}`,
      )
