import { html, type SafeHtml } from '../html.ts'
import { attributesOf, type Content, heading, more, type Optional, type Styled } from './parts.ts'

export type NotificationBannerOptions = Content &
  Styled &
  Optional<{
    titleText: string
    titleHtml: SafeHtml
    titleHeadingLevel: number | string
    titleId: string
    /** `success` is read out at once and takes the focus. */
    type: 'success'
    role: string
    disableAutoFocus: boolean
  }>

/**
 * Something that the page itself is not about: what the last action did, or news for everyone.
 *
 * @example notificationBanner({ type: 'success', text: 'Your application has been submitted' })
 */
export function notificationBanner(options: NotificationBannerOptions): SafeHtml {
  const success = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const title = html`${options.titleHtml || options.titleText || (success ? 'Success' : 'Important')}`
  const content =
    options.html || (options.text && html`<p class="govuk-notification-banner__heading">${options.text}</p>`)
  return html`<div class="govuk-notification-banner${success && ' govuk-notification-banner--success'}${more(options.classes)}" role="${options.role || (success ? 'alert' : 'region')}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${attributesOf({ 'data-disable-auto-focus': options.disableAutoFocus })}${attributesOf(options.attributes)}>
<div class="govuk-notification-banner__header">${heading(options.titleHeadingLevel, html` class="govuk-notification-banner__title" id="${titleId}"`, title)}</div>
<div class="govuk-notification-banner__content">${content}</div>
</div>`
}
