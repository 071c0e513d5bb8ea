import { createHmac } from 'node:crypto'
import { sameSecret } from './token.ts'

/** What a program sent, byte for byte, with its headers. */
export type RawBody = { readonly bytes: Uint8Array; readonly header: (name: string) => string }

/** The clock of whoever signs may be so far off, and a message be so long on its way. */
const mostSecondsOff = 300

/**
 * Whether a message was signed with a secret, just now: headers as Standard Webhooks has them, HMAC-SHA-256 of id, time
 * and body. One that somebody kept and sends again later is refused by its time.
 *
 * @see docs/sources.md#webhooks
 */
export function isSigned({ bytes, header }: RawBody, secret: string, at: Date): boolean {
  const [id, timestamp] = [header('webhook-id'), header('webhook-timestamp')]
  const off = Math.abs(at.getTime() / 1000 - Number(timestamp))
  if (id === '' || !/^\d{1,12}$/.test(timestamp) || off > mostSecondsOff) return false
  const expected = `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(bytes).digest('base64')}`
  return header('webhook-signature')
    .split(' ')
    .some((each) => sameSecret(each, expected))
}
