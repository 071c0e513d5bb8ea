import { html, type SafeHtml } from '../html.ts'
import { logoHeader } from './generic-header.ts'
import { logo } from './logo.ts'
import type { Optional, Styled } from './parts.ts'

export type HeaderOptions = Styled & Optional<{ homepageUrl: string; productName: string; containerClasses: string }>

/** The GOV.UK header with the crown: only for services on GOV.UK's own domains. */
export function header(options: HeaderOptions = {}): SafeHtml {
  const product = options.productName && html` <span class="govuk-header__product-name">${options.productName}</span>`
  return logoHeader('govuk', {
    ...options,
    logoHtml: html`${logo({ classes: 'govuk-header__logotype', ariaLabelText: 'GOV.UK' })}${product}`,
    url: options.homepageUrl || '//gov.uk',
  })
}
