import { html, type SafeHtml } from '../html.ts'
import { attribute, attributesOf, type Content, contentOf, flag, more, type Optional, type Styled } from './parts.ts'

export type DetailsOptions = Content &
  Styled &
  Optional<{ summaryText: string; summaryHtml: SafeHtml; id: string; open: boolean }>

/** More for those who want it, behind a line that says what it is. */
export function details(options: DetailsOptions): SafeHtml {
  return html`<details${attribute('id', options.id)} class="govuk-details${more(options.classes)}"${attributesOf(options.attributes)}${flag('open', options.open)}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${options.summaryHtml || options.summaryText}</span></summary>
<div class="govuk-details__text">${contentOf(options)}</div>
</details>`
}
