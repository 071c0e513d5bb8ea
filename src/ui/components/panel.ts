import { html, type SafeHtml } from '../html.ts'
import { actionOf, type BannerAction } from './cookie-banner.ts'
import {
  attributesOf,
  type Content,
  contentOf,
  hasContent,
  heading,
  more,
  type Optional,
  type Styled,
} from './parts.ts'

export type PanelOptions = Content &
  Styled &
  Optional<{
    titleText: string
    titleHtml: SafeHtml
    headingLevel: number
    /** With the class `govuk-panel--interruption` only. */
    actions: Styled & Optional<{ items: readonly BannerAction[] }>
  }>

/**
 * Confirms that something large is done: the heading of its page. With `govuk-panel--interruption` it stops people to ask.
 *
 * @example panel({ titleText: 'Application submitted', html: html`Your reference<br><strong>DD-24F7</strong>` })
 */
export function panel(options: PanelOptions): SafeHtml {
  const interrupts = options.classes?.includes('govuk-panel--interruption') === true
  const title = html`${options.titleHtml || options.titleText}`
  return html`<div class="govuk-panel${!interrupts && ' govuk-panel--confirmation'}${more(options.classes)}"${attributesOf(options.attributes)}>
${heading(options.headingLevel || 1, html` class="govuk-panel__title"`, title)}
${hasContent(options) && html`<div class="govuk-panel__body">${contentOf(options)}</div>`}
${interrupts && options.actions && actionsOf(options.actions)}
</div>`
}

function actionsOf(actions: NonNullable<PanelOptions['actions']>): SafeHtml {
  const items = actions.items?.map((action) =>
    actionOf(action, 'govuk-link govuk-link--inverse', 'govuk-button--inverse'),
  )
  return html`<div class="govuk-panel__actions${more(actions.classes)}"${attributesOf(actions.attributes)}>${items?.length ? html`<div class="govuk-button-group">${items}</div>` : false}</div>`
}
