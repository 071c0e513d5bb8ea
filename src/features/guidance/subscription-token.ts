import { createHmac } from 'node:crypto'
import { sameSecret } from '../../platform/sign-in/token.ts'

const shape = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

const seal = (id: string, secretKey: string): string =>
  createHmac('sha256', secretKey).update(`subscription\0${id}`).digest('base64url')

/**
 * What the links of a subscription carry: its id, sealed with the service's secret. Every message must carry such a link,
 * long after the first, so the token is worked out again and not stored.
 */
export const subscriptionToken = (id: string, secretKey: string): string => `${id}.${seal(id, secretKey)}`

/** The id in a token, or undefined when the service did not make it. */
export function readSubscriptionToken(token: string, secretKey: string): string | undefined {
  const [, id, mac] = shape.exec(token) ?? []
  return id !== undefined && mac !== undefined && sameSecret(mac, seal(id, secretKey)) ? id : undefined
}
