import { html, type SafeHtml } from '../html.ts'
import {
  type Attributes,
  attribute,
  attributesOf,
  type Content,
  contentOf,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** Without an address it is the language of the page. */
export type LanguageItem = Content &
  Optional<{
    href: string
    lang: string
    hrefLang: string
    dir: 'ltr' | 'rtl' | 'auto'
    current: boolean
    languageDescriptionText: string
    classes: string
    attributes: Attributes
  }>

export type LanguageNavigationOptions = Styled & {
  readonly items: readonly LanguageItem[]
  readonly ariaLabel?: string | undefined
}

/** The same page in other languages. */
export function languageNavigation(options: LanguageNavigationOptions): SafeHtml {
  const items = options.items.map((item) => html`<li class="govuk-language-navigation__list-item">${itemOf(item)}</li>`)
  return html`<nav class="govuk-language-navigation${more(options.classes)}"${attributesOf(options.attributes)} aria-label="${options.ariaLabel ?? 'Language'}"><ul class="govuk-language-navigation__list">${items}</ul></nav>`
}

function itemOf(item: LanguageItem): SafeHtml {
  const language = html`${attribute('lang', item.lang)}`
  const rest = html`${attribute('dir', item.dir)}${attributesOf(item.attributes)}`
  if (item.current || !item.href) {
    return html`<span class="govuk-language-navigation__text${more(item.classes)}" aria-current="true"${language}${rest}>${contentOf(item)}</span>`
  }
  const description =
    item.languageDescriptionText && html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`
  return html`<a class="govuk-language-navigation__link${more(item.classes)}" href="${item.href}" rel="alternate"${language}${attribute('hreflang', item.hrefLang || item.lang)}${rest}>${contentOf(item)}${description}</a>`
}
