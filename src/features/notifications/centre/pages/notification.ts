import { button } from '../../../../ui/components/index.ts'
import { html } from '../../../../ui/html.ts'
import type { Page } from '../../../../ui/page.ts'
import type { LinkPiece } from '../../link-pieces.ts'
import { langAttribute } from '../../pages/in-language.ts'
import { messageText } from '../../pages/message.ts'

export type NotificationModel = {
  readonly backHref: string
  readonly subject: string
  /** In which it is, where that is not the language of the page. */
  readonly lang: string | undefined
  readonly written: string
  /** None where the text was kept no longer than it took to send it. */
  readonly pieces: readonly LinkPiece[]
  /** What the message is about. */
  readonly goToHref: string | undefined
  readonly eventHref: string | undefined
}

/** One message, for whoever it was sent to. */
export const notificationPage = (model: NotificationModel): Page => ({
  title: model.subject,
  backLink: { href: model.backHref, text: 'Notifications' },
  main: html`<h1 class="govuk-heading-l"${langAttribute(model.lang)}>${model.subject}</h1>
<p class="govuk-body-s">Sent at ${model.written}</p>
${model.pieces.length === 0 ? html`<p class="govuk-body">Its text was in the email alone: what signs somebody in is not kept.</p>` : messageText(model.pieces, model.lang)}
${model.eventHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${model.eventHref}">Put it in your calendar</a></p>`}
${model.goToHref !== undefined && button({ text: 'Go to it', href: model.goToHref })}`,
})
