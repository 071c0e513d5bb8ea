import { html, type SafeHtml } from '../html.ts'
import {
  type Attributes,
  attributesOf,
  type Content,
  contentOf,
  flag,
  hasContent,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

export type PaginationItem = Optional<{
  number: number | string
  visuallyHiddenText: string
  href: string
  current: boolean
  /** Pages left out; the rest is ignored. */
  ellipsis: boolean
  attributes: Attributes
}>

export type PaginationLink = Content & Optional<{ href: string; labelText: string; attributes: Attributes }>

export type PaginationOptions = Styled &
  Optional<{
    items: readonly Maybe<PaginationItem>[]
    previous: PaginationLink
    next: PaginationLink
    landmarkLabel: string
  }>

/** The pages of a list, or without `items` the page before and after this one. */
export function pagination(options: PaginationOptions): SafeHtml {
  const { previous, next, items } = options
  const block = !items && Boolean(next ?? previous)
  const pages = items?.map((item) => item && Object.keys(item).length > 0 && pageOf(item))
  return html`<nav class="govuk-pagination${block && ' govuk-pagination--block'}${more(options.classes)}" aria-label="${options.landmarkLabel || 'Pagination'}"${attributesOf(options.attributes)}>
${previous?.href && arrowLink(previous, 'prev', block)}
${pages && html`<ul class="govuk-pagination__list">${pages}</ul>`}
${next?.href && arrowLink(next, 'next', block)}
</nav>`
}

function pageOf(item: PaginationItem): SafeHtml {
  if (item.ellipsis) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  return html`<li class="govuk-pagination__item${item.current && ' govuk-pagination__item--current'}"><a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${item.visuallyHiddenText ?? `Page ${item.number}`}"${flag('aria-current="page"', item.current)}${attributesOf(item.attributes)}>${item.number}</a></li>`
}

function arrowLink(link: PaginationLink, side: 'prev' | 'next', block: boolean): SafeHtml {
  const words = hasContent(link)
    ? html`${contentOf(link)}`
    : html`${side === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`
  const arrow = side === 'prev' ? arrowPrevious : arrowNext
  const first = block || side === 'prev'
  const label =
    link.labelText &&
    block &&
    html` <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`
  return html`<div class="govuk-pagination__${side}"><a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${side}"${attributesOf(link.attributes)}>${first && html`${arrow} `}<span class="govuk-pagination__link-title${block && !link.labelText && ' govuk-pagination__link-title--decorated'}">${words}</span>${label}${!first && html` ${arrow}`}</a></div>`
}

const arrowPrevious = html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>`

const arrowNext = html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>`
