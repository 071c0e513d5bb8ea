import { summaryList } from '../../../ui/components/index.ts'
import { html, type SafeHtml } from '../../../ui/html.ts'
import type { Page } from '../../../ui/page.ts'
import { emailAddress } from '../../../ui/patterns/index.ts'
import type { LinkPiece } from '../link-pieces.ts'
import { langAttribute } from './in-language.ts'
import { type OutboxRow, stateTag } from './outbox.ts'

export type MessageModel = Omit<OutboxRow, 'href'> & {
  readonly backHref: string
  /** The text in pieces: addresses of this service can be followed. */
  readonly pieces: readonly LinkPiece[]
  /** Where whoever it was sent to finds its event; undefined for none. */
  readonly eventHref: string | undefined
  readonly lastError: string | null
  /** In which it is, where that is not the language of the page. */
  readonly lang: string | undefined
}

/** One message as it was written. */
export function messagePage(model: MessageModel): Page {
  return {
    title: model.subject,
    backLink: { href: model.backHref, text: 'Back to the outbox' },
    main: html`<h1 class="govuk-heading-l"${langAttribute(model.lang)}>${model.subject}</h1>
${summaryList({
  rows: [
    { key: { text: 'To' }, value: { html: emailAddress(model.recipient) } },
    { key: { text: 'Written' }, value: { text: model.written } },
    { key: { text: 'State' }, value: { html: stateTag(model.state) } },
    ...(model.eventHref === undefined
      ? []
      : [
          {
            key: { text: 'Event' },
            value: {
              html: html`<a class="govuk-link" href="${model.eventHref}">For the calendar of whoever it was sent to</a>`,
            },
          },
        ]),
    ...(model.lastError === null ? [] : [{ key: { text: 'What went wrong' }, value: { text: model.lastError } }]),
  ],
})}
${messageText(model.pieces, model.lang)}`,
  }
}

/** The text of a message, as it was written. */
export const messageText = (pieces: readonly LinkPiece[], lang: string | undefined): SafeHtml =>
  html`<div class="app-message govuk-body"${langAttribute(lang)}>${pieces.map((part) =>
    'text' in part ? html`${part.text}` : html`<a class="govuk-link" href="${part.href}">${part.link}</a>`,
  )}</div>`
