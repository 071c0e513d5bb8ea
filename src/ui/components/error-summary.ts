import { html, type SafeHtml } from '../html.ts'
import {
  type Attributes,
  attributesOf,
  type Content,
  contentOf,
  type Maybe,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

/** `href` leads to the field: `#` and its id. */
export type ErrorSummaryItem = Content & Optional<{ href: string; attributes: Attributes }>

export type ErrorSummaryOptions = Styled &
  Optional<{
    titleText: string
    titleHtml: SafeHtml
    descriptionText: string
    descriptionHtml: SafeHtml
    errorList: readonly Maybe<ErrorSummaryItem>[]
    disableAutoFocus: boolean
  }>

/**
 * Everything that is wrong, at the top of the page, each with a link to its question.
 *
 * @example errorSummary({ titleText: 'There is a problem', errorList: [{ text: 'Enter a name', href: '#name' }] })
 */
export function errorSummary(options: ErrorSummaryOptions): SafeHtml {
  const description = options.descriptionHtml || options.descriptionText
  const list = options.errorList?.map((item) => item && html`<li>${itemOf(item)}</li>`)
  return html`<div class="govuk-error-summary${more(options.classes)}"${attributesOf({ 'data-disable-auto-focus': options.disableAutoFocus })}${attributesOf(options.attributes)} data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">${options.titleHtml || options.titleText}</h2>
<div class="govuk-error-summary__body">
${description && html`<p>${description}</p>`}
${list?.length ? html`<ul class="govuk-list govuk-error-summary__list">${list}</ul>` : false}
</div>
</div></div>`
}

function itemOf(item: ErrorSummaryItem): SafeHtml {
  const content = html`${contentOf(item)}`
  return item.href ? html`<a href="${item.href}"${attributesOf(item.attributes)}>${content}</a>` : content
}
