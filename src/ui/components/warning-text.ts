import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

export type WarningTextOptions = Content & Styled & Optional<{ iconFallbackText: string }>

/** Something with consequences. */
export function warningText(options: WarningTextOptions): SafeHtml {
  return html`<div class="govuk-warning-text${more(options.classes)}"${attributesOf(options.attributes)}>
<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span> ${contentOf(options)}</strong>
</div>`
}
