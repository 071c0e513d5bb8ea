import { mostGivenUp, mostTries } from '../../../core/webhooks/webhook.ts'
import type { PauseReason } from './webhooks.store.ts'

export const pauseWords: Readonly<Record<PauseReason, string>> = {
  failing: `${mostGivenUp} messages in a row could not be delivered, each after ${mostTries} tries.`,
  gone: 'Its receiver answered 410, which says that it wants no more messages.',
}

/** To whoever set a webhook up: that it is paused. */
export const pausedMail = ({
  fund,
  host,
  reason,
  link,
}: {
  readonly fund: string
  readonly host: string
  readonly reason: PauseReason
  readonly link: string
}): { readonly subject: string; readonly body: string } => ({
  subject: `A webhook of ${fund} is paused`,
  body: [
    `The webhook to ${host}, which you set up for ${fund}, is paused. ${pauseWords[reason]}`,
    'Nothing is sent to it until somebody resumes it. What became public meanwhile is not sent later; it can be read from the API.',
    `See what was sent and what was answered:\n${link}`,
  ].join('\n\n'),
})
