import { html, type SafeHtml } from '../html.ts'

/** A deadline as a page shows it. */
export type CountdownOptions = {
  /** With its zone, such as "5:00pm GMT on Monday 10 February 2014". */
  readonly when: string
  /** "2 days 3 hours left" when the page was made: all that is shown without scripts. */
  readonly left: string
  readonly passed: boolean
  /** Milliseconds since 1970 of the deadline, and of the server's clock when it was asked for the page. */
  readonly deadlineMs: number
  readonly serverMs: number
}

/**
 * How long is left, and when it ends. With scripts it counts on by the server's clock, whatever the computer's own says,
 * and says so aloud an hour, ten minutes and a minute before.
 */
export const countdown = ({ when, left, passed, deadlineMs, serverMs }: CountdownOptions): SafeHtml =>
  html`<div class="app-countdown${passed ? ' app-countdown--passed' : ''}" data-countdown="${deadlineMs}" data-server-time="${serverMs}">
<p class="app-countdown__words"><strong data-countdown-left>${left}</strong>: <span data-countdown-closes>${passed ? 'closed' : 'closes'}</span> ${when}</p>
<p class="govuk-visually-hidden" role="status" data-countdown-said></p>
</div>`
