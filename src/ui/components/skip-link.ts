import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

export type SkipLinkOptions = Content & Styled & Optional<{ href: string }>

/** The first link of a page: past the header for people who use a keyboard. */
export function skipLink(options: SkipLinkOptions): SafeHtml {
  return html`<a href="${options.href || '#content'}" class="govuk-skip-link${more(options.classes)}"${attributesOf(options.attributes)} data-module="govuk-skip-link">${contentOf(options)}</a>`
}
