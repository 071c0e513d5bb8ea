import { signatureOf } from '../../../platform/sign-in/signed-message.ts'

/** How a secret begins when it is shown. */
const prefix = 'whsec_'

/** Standard Webhooks asks for 24 to 64 bytes. */
export const secretBytes = 32

/** A secret as its owner keeps it. */
export const secretText = (secret: Uint8Array): string => prefix + Buffer.from(secret).toString('base64')

/** A message as it is signed. `id` stays the same however often it is sent. */
export type ToSign = { readonly id: string; readonly at: Date; readonly body: string }

/**
 * The headers of a message as Standard Webhooks has them: signed with every secret that counts, so that one can be replaced
 * while receivers still know the one before.
 *
 * @see docs/sources.md#webhooks
 */
export function signedHeaders(
  { id, at, body }: ToSign,
  secrets: readonly Uint8Array[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => signatureOf({ id, timestamp, body }, secret))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
