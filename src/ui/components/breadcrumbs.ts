import { html, type SafeHtml } from '../html.ts'
import { type Attributes, attributesOf, type Content, contentOf, more, type Optional, type Styled } from './parts.ts'

/** Without an address it is the page itself. */
export type Breadcrumb = Content & Optional<{ href: string; attributes: Attributes }>

export type BreadcrumbsOptions = Styled & {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

/** Where a page stands, from the top down. */
export function breadcrumbs(options: BreadcrumbsOptions): SafeHtml {
  const classes = more(options.classes, options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')
  const items = options.items.map((item) =>
    item.href
      ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${attributesOf(item.attributes)}>${contentOf(item)}</a></li>`
      : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>`,
  )
  return html`<nav class="govuk-breadcrumbs${classes}"${attributesOf(options.attributes)} aria-label="${options.labelText ?? 'Breadcrumb'}"><ol class="govuk-breadcrumbs__list">${items}</ol></nav>`
}
