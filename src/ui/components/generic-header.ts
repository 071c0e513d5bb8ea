import { html, type SafeHtml } from '../html.ts'
import { attributesOf, more, type Optional, type Styled } from './parts.ts'

export type GenericHeaderOptions = Styled &
  Optional<{ logoText: string; logoHtml: SafeHtml; url: string; containerClasses: string }>

/** The top of a page outside GOV.UK: the name or the mark of whoever runs the service. */
export function genericHeader(options: GenericHeaderOptions): SafeHtml {
  return logoHeader('govuk-generic', options)
}

/** What the two headers have in common; they differ in the first part of their class names. */
export function logoHeader(namespace: 'govuk-generic' | 'govuk', options: GenericHeaderOptions): SafeHtml {
  return html`<div class="${namespace}-header${more(options.classes)}"${attributesOf(options.attributes)}>
<div class="${namespace}-header__container ${options.containerClasses || 'govuk-width-container'}">
<div class="${namespace}-header__logo"><a href="${options.url || '/'}" class="${namespace}-header__homepage-link">${options.logoHtml || options.logoText}</a></div>
</div>
</div>`
}
