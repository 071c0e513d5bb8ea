import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, hasContent, heading, more, type Optional, type Styled } from './parts.ts'

export type FeedbackOptions = Content &
  Styled &
  Optional<{ titleText: string; titleHtml: SafeHtml; headingLevel: number }>

/** Asks at the foot of a page what people thought of it. */
export function feedback(options: FeedbackOptions): SafeHtml {
  const title = html`${options.titleHtml || options.titleText}`
  const body = options.html || html`<p class="govuk-body">${options.text}</p>`
  return html`<div class="govuk-feedback govuk-width-container${more(options.classes)}"${attributesOf(options.attributes)}><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${heading(options.headingLevel, html` class="govuk-feedback__title"`, title)}
${hasContent(options) && html`<div class="govuk-feedback__body">${body}</div>`}
</div></div></div>`
}
