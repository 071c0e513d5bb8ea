import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

export type BackLinkOptions = Content & Styled & Optional<{ href: string }>

/** A link to the page before, above the main content. */
export function backLink(options: BackLinkOptions = {}): SafeHtml {
  return html`<a href="${options.href || '#'}" class="govuk-back-link${more(options.classes)}"${attributesOf(options.attributes)}>${contentOf(options) || 'Back'}</a>`
}
