import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'

export type EventModel = {
  readonly subject: string
  /** The text of the mail. */
  readonly body: string
  readonly method: 'REQUEST' | 'CANCEL'
  readonly fileHref: string
}

const words = {
  REQUEST: 'Add it to your calendar',
  CANCEL: 'Take it out of your calendar',
} as const

/** What a mail said, with its event as a file for a calendar. */
export const eventPage = ({ subject, body, method, fileHref }: EventModel): Page => ({
  title: subject,
  backLink: { href: '/home', text: 'Your work' },
  main: html`<h1 class="govuk-heading-l">${subject}</h1>
<div class="app-message govuk-body">${body}</div>
<p class="govuk-body"><a class="govuk-link" href="${fileHref}">${words[method]}</a> (an .ics file)</p>`,
})
