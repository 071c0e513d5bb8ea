import { html, type SafeHtml } from '../html.ts'
import {
  type Attributes,
  attribute,
  attributesOf,
  type Content,
  contentOf,
  hasContent,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** `current` is the page itself, `active` a section that holds it. */
export type ServiceNavigationItem = Content &
  Optional<{ href: string; active: boolean; current: boolean; attributes: Attributes }>

type InlineEnd = { readonly html: SafeHtml; readonly align?: 'inline' | undefined }

export type ServiceNavigationOptions = Styled &
  Optional<{
    serviceName: string
    serviceUrl: string
    navigation: readonly Maybe<ServiceNavigationItem>[]
    navigationClasses: string
    navigationId: string
    navigationLabel: string
    collapseNavigationOnMobile: boolean
    menuButtonText: string
    menuButtonLabel: string
    ariaLabel: string
    slots: Optional<{ start: SafeHtml; end: SafeHtml | InlineEnd; navigationStart: SafeHtml; navigationEnd: SafeHtml }>
  }>

/** The name of the service and its main links, under the header. */
export function serviceNavigation(options: ServiceNavigationOptions): SafeHtml {
  const slots = options.slots ?? {}
  const inline = slots.end !== undefined && 'html' in slots.end ? slots.end : undefined
  const end = inline?.html ?? (slots.end as SafeHtml | undefined)
  const shared = html`class="govuk-service-navigation${more(options.classes)}" data-module="govuk-service-navigation"${attributesOf(options.attributes)}`
  const content = html`<div class="govuk-width-container${inline?.align === 'inline' && ' govuk-service-navigation__inlining-container'}">
${slots.start}
<div class="govuk-service-navigation__container">${serviceNameOf(options)}${navigationOf(options)}</div>
${end}
</div>`
  return options.serviceName || slots.start || end
    ? html`<section aria-label="${options.ariaLabel ?? 'Service information'}" ${shared}>${content}</section>`
    : html`<div ${shared}>${content}</div>`
}

function serviceNameOf({ serviceName, serviceUrl }: ServiceNavigationOptions): SafeHtml | undefined {
  if (!serviceName) return undefined
  const name = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${name}</span>
`
}

function navigationOf(options: ServiceNavigationOptions): SafeHtml | undefined {
  const { navigationStart, navigationEnd } = options.slots ?? {}
  const items = (options.navigation ?? []).filter((item) => typeof item === 'object' && item !== null)
  if (items.length === 0 && !navigationStart && !navigationEnd) return undefined
  const menu = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const label = options.menuButtonLabel === menu ? undefined : options.menuButtonLabel
  const toggle =
    (options.collapseNavigationOnMobile ?? items.length > 1) &&
    html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${id}"${attribute('aria-label', label)} hidden aria-hidden="true">${menu}</button>`
  return html`<nav aria-label="${options.navigationLabel || menu}" class="govuk-service-navigation__wrapper${more(options.navigationClasses)}">
${toggle}
<ul class="govuk-service-navigation__list" id="${id}">${navigationStart}${items.map(itemOf)}${navigationEnd}</ul>
</nav>`
}

function itemOf(item: ServiceNavigationItem): SafeHtml {
  const marked = item.active || item.current
  const current = marked && html` aria-current="${item.current ? 'page' : 'true'}"`
  const content = marked
    ? html`<strong class="govuk-service-navigation__active-fallback">${contentOf(item)}</strong>`
    : html`${contentOf(item)}`
  const link = item.href
    ? html`<a class="govuk-service-navigation__link" href="${item.href}"${current}${attributesOf(item.attributes)}>${content}</a>`
    : hasContent(item) && html`<span class="govuk-service-navigation__text"${current}>${content}</span>`
  return html`<li class="govuk-service-navigation__item${marked && ' govuk-service-navigation__item--active'}">${link}</li>`
}
