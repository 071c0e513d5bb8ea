import { details } from '../../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../../ui/html.ts'

/** A letter to whoever asks, whose words are copied into the mail system. @param when to send it */
export const letterPart = (summaryText: string, when: string, letter: string): SafeHtml =>
  details({
    summaryText,
    html: html`<p class="govuk-body">${when}</p>
<p class="govuk-body app-kept-lines">${letter}</p>`,
  })
