import { ukTime } from '../../../core/time/uk-time.ts'
import { mostWebhooks, nextTryAt, type WebhookEvent } from '../../../core/webhooks/webhook.ts'
import type { ChangeAddressProblem } from './change-address.ts'
import type { WebhookMessage } from './messages.store.ts'
import type { WebhookProblem } from './register-webhook.ts'
import { pauseWords } from './webhook-mail.messages.ts'
import type { Webhook } from './webhooks.store.ts'

export const eventWords: Readonly<Record<WebhookEvent, string>> = {
  'round.opened': 'A round opens',
  'round.deadline_changed': 'A deadline changes',
  'update.posted': 'A page or a rule changes, or a question is answered',
  'results.published': 'Results are published',
  'award.changed': 'An award is accepted, changed, declined, withdrawn or offered from the reserve list',
}

type AnyProblem = WebhookProblem | ChangeAddressProblem

const problemTexts: Readonly<Record<AnyProblem['code'], string>> = {
  'address-missing': 'Enter the address that messages are sent to',
  'address-malformed': 'Enter an address such as https://example.org/webhooks',
  'address-not-https': 'The address must begin with https',
  'address-not-public': 'The address must be one of the public internet',
  'address-with-password': 'Take the name and the password out of the address: messages are signed instead',
  'address-too-long': 'The address must be 2,000 characters or less',
  'address-known': 'This fund has a webhook with this address',
  'address-unchanged': 'Enter another address: messages are sent to this one already',
  'secret-missing': 'Select whether it keeps its secret',
  'events-missing': 'Select at least one event to send to the webhook',
  'too-many': `This fund has ${mostWebhooks} webhooks, which is the most. Remove one first`,
}

/** What is wrong, and the field where it can be put right. */
export const webhookProblemWords = ({
  code,
}: AnyProblem): { readonly text: string; readonly field: 'address' | 'events' | 'secret' } => ({
  text: problemTexts[code],
  field: code === 'events-missing' ? 'events' : code === 'secret-missing' ? 'secret' : 'address',
})

/** Where a webhook stands, as a tag and a sentence. */
export function standingWords({ state, pauseReason }: Pick<Webhook, 'state' | 'pauseReason'>): {
  readonly text: string
  readonly colour: 'green' | 'grey' | 'red'
  readonly note: string
} {
  if (state === 'active') return { text: 'Active', colour: 'green', note: '' }
  return pauseReason === 'failing' || pauseReason === 'gone'
    ? { text: 'Paused by the service', colour: 'red', note: pauseWords[pauseReason] }
    : { text: 'Paused', colour: 'grey', note: '' }
}

export const messageStates = {
  waiting: { text: 'Waiting', colour: 'blue' },
  delivered: { text: 'Delivered', colour: 'green' },
  'given-up': { text: 'Given up', colour: 'red' },
} as const satisfies Readonly<Record<WebhookMessage['state'], object>>

const problemWords: Readonly<Record<string, string>> = {
  'not-public': 'The name in the address does not lead to a public server',
  'too-slow': 'No answer in 10 seconds',
  unreachable: 'No connection',
  paused: 'Not sent: the webhook was paused',
}

/** What the receiver answered the last time, and when it is tried again. @param active whether the webhook is */
export function answerWords(
  { state, status, problem, tries, triedAt }: WebhookMessage,
  active: boolean,
): readonly string[] {
  if (tries === 0) return ['Not sent yet']
  const answer = status === null ? (problemWords[problem] ?? '') : `Status ${status}`
  const next = state === 'waiting' && active && triedAt !== null ? nextTryAt(tries, triedAt) : undefined
  return next === undefined ? [answer] : [answer, `Tried again at ${ukTime(next)}`]
}
