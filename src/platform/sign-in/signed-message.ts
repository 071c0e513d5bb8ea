import { createHmac } from 'node:crypto'
import { sameSecret } from './token.ts'

/** What a program sent, byte for byte, with its headers. */
export type RawBody = { readonly bytes: Uint8Array; readonly header: (name: string) => string }

/** What a message is signed as. `id` stays the same however often it is sent; `timestamp` is seconds since 1970. */
export type SignedParts = { readonly id: string; readonly timestamp: string; readonly body: string | Uint8Array }

/**
 * A signature as Standard Webhooks has it: HMAC-SHA-256 of id, time and body.
 *
 * @see docs/sources.md#webhooks
 */
export const signatureOf = ({ id, timestamp, body }: SignedParts, secret: string | Uint8Array): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')}`

/** The clock of whoever signs may be so far off, and a message be so long on its way. */
const mostSecondsOff = 300

/**
 * Whether a message was signed with a secret, just now, by {@link signatureOf}: headers as Standard Webhooks has them. One
 * that somebody kept and sends again later is refused by its time.
 */
export function isSigned({ bytes, header }: RawBody, secret: string, at: Date): boolean {
  const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')]
  const off = Math.abs(at.getTime() / 1000 - Number(timestamp))
  if (id === '' || !/^\d{1,12}$/.test(timestamp) || off > mostSecondsOff) return false
  const expected = signatureOf({ id, timestamp, body: bytes }, secret)
  return header('webhook-signature')
    .split(' ')
    .some((each) => sameSecret(each, expected))
}
