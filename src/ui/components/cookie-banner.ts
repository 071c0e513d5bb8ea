import { html, type SafeHtml } from '../html.ts'
import { type ButtonOptions, button } from './button.ts'
import { attribute, attributesOf, type Content, flag, more, type Optional, type Styled } from './parts.ts'

/** A button, or with an address a link; `type: 'button'` makes a link look like a button. */
export type BannerAction = Omit<ButtonOptions, 'html' | 'isStartButton' | 'disabled'>

export type CookieMessage = Content &
  Styled &
  Optional<{
    headingText: string
    headingHtml: SafeHtml
    actions: readonly BannerAction[]
    hidden: boolean
    role: string
  }>

export type CookieBannerOptions = Styled & {
  readonly messages: readonly CookieMessage[]
  readonly ariaLabel?: string | undefined
  readonly hidden?: boolean | undefined
}

/** Asks for leave to set cookies that are not needed. */
export function cookieBanner(options: CookieBannerOptions): SafeHtml {
  return html`<div class="govuk-cookie-banner${more(options.classes)}" data-nosnippet role="region" aria-label="${options.ariaLabel || 'Cookie banner'}"${flag('hidden', options.hidden)}${attributesOf(options.attributes)}>${options.messages.map(messageOf)}</div>`
}

function messageOf(message: CookieMessage): SafeHtml {
  const title = message.headingHtml || message.headingText
  return html`<div class="govuk-cookie-banner__message${more(message.classes)} govuk-width-container"${attribute('role', message.role)}${attributesOf(message.attributes)}${flag('hidden', message.hidden)}>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${title && html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${title}</h2>`}
<div class="govuk-cookie-banner__content">${message.html || (message.text && html`<p class="govuk-body">${message.text}</p>`)}</div>
</div></div>
${message.actions && html`<div class="govuk-button-group">${message.actions.map((action) => actionOf(action, 'govuk-link'))}</div>`}
</div>`
}

/** A button or a link, whichever the action asks for. */
export function actionOf(action: BannerAction, linkClasses: string, buttonClasses = ''): SafeHtml {
  const { href, type, classes } = action
  if (href && type !== 'button') {
    return html`<a class="${linkClasses}${more(classes)}" href="${href}"${attributesOf(action.attributes)}>${action.text}</a>
`
  }
  return html`${button({ ...action, type: type || 'button', classes: `${buttonClasses}${more(classes)}`.trim() })}
`
}
