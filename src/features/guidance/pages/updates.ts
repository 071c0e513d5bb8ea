import { html } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import type { RoundNews } from '../read-updates.ts'
import { inRound, updateItem } from './in-round.ts'

/** Everything that was changed or answered in a round. */
export function updatesPage({ frame, updates }: RoundNews): Page {
  return inRound(frame, {
    title: 'All updates',
    content: html`<p class="govuk-body-l">Every change to the pages, dates and rules of this round, and every answer, the newest first.</p>
<p class="govuk-body"><a class="govuk-link" href="${frame.subscribeHref}">Get them by email</a> or <a class="govuk-link" href="${frame.feedHref}">follow the feed</a>.</p>
${updates.length === 0 ? html`<p class="govuk-body">Nothing has been published yet.</p>` : html`<ul class="govuk-list govuk-list--spaced">${updates.map((update) => updateItem(update, true))}</ul>`}`,
  })
}
