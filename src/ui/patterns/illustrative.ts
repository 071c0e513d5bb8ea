import { insetText } from '../components/inset-text.ts'
import { tag } from '../components/tag.ts'
import { html, type SafeHtml } from '../html.ts'

const mark = tag({ text: 'Illustrative', classes: 'govuk-tag--orange' })

/** Says beside a name that what it names is made up; nothing otherwise. */
export const illustrativeTag = (illustrative: boolean): SafeHtml | undefined => (illustrative ? mark : undefined)

/**
 * Says that what a page shows is made up. It stands first on every page about something illustrative, so that nobody
 * takes it for real; nothing otherwise.
 *
 * @example html`${illustrativeLabel(round.illustrative)}<h1 class="govuk-heading-xl">${round.name}</h1>`
 */
export const illustrativeLabel = (illustrative: boolean): SafeHtml | undefined =>
  illustrative
    ? insetText({
        classes: 'govuk-!-margin-top-0',
        html: html`${mark} <strong>Made up to show how the service works.</strong> The dates, bids and decisions here are not real.`,
      })
    : undefined
