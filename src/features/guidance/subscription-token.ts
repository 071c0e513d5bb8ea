import { readSealed, sealedText } from '../../platform/sign-in/sealed-text.ts'

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * What the links of a subscription carry: its id, sealed with the service's secret. Every message must carry such a link,
 * long after the first, so the token is worked out again and not stored.
 */
export const subscriptionToken = (id: string, secretKey: string): string => sealedText('subscription', id, secretKey)

/** The id in a token, or undefined when the service did not make it. */
export function readSubscriptionToken(token: string, secretKey: string): string | undefined {
  const id = readSealed('subscription', token, secretKey)
  return id !== undefined && isId.test(id) ? id : undefined
}
