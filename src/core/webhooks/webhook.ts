/** What a receiver can be told of. */
export const webhookEvents = [
  'round.opened',
  'round.deadline_changed',
  'update.posted',
  'results.published',
  'award.changed',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What is sent to try a receiver out. */
export const pingEvent = 'ping'
export type PingEvent = typeof pingEvent

/** The most webhooks that one fund has. */
export const mostWebhooks = 10

/** So long a message waits for its second, third, fourth and fifth try: a minute, 10 minutes, an hour, 6 hours. */
const waits = [1, 10, 60, 360].map((minutes) => minutes * 60_000)

/** How often a message is tried. */
export const mostTries = waits.length + 1

/** When a message is tried again after so many tries; undefined when it is given up. */
export function nextTryAt(tries: number, at: Date): Date | undefined {
  const wait = waits[tries - 1]
  return wait === undefined ? undefined : new Date(at.getTime() + wait)
}

/** A webhook is paused when so many messages in a row were given up. */
export const mostGivenUp = 3

/** For so long after a new secret the one before it signs too. */
export const overlapHours = 24
