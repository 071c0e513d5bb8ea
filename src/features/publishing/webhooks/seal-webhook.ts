import type { Services } from '../../../platform/services.ts'
import { openSecret, type SealedFor, sealSecret } from '../../../platform/sign-in/seal-secret.ts'
import { secretBytes } from './sign-message.ts'
import type { Webhook } from './webhooks.store.ts'

const of = (webhookId: string): SealedFor => ({ purpose: 'webhook secrets', owner: webhookId })

/** A new secret of a webhook: to be shown once, and sealed to be kept. */
export function newSecret(
  services: Pick<Services, 'secretKey' | 'randomBytes'>,
  webhookId: string,
): { readonly secret: Uint8Array; readonly sealed: string } {
  const secret = services.randomBytes(secretBytes)
  return { secret, sealed: sealSecret(secret, of(webhookId), services) }
}

/**
 * The secrets by which messages to a webhook are signed now: the present one first.
 *
 * @throws {Error} if the secret of the service is another than that with which they were sealed
 */
export function openSecrets(
  { secretKey }: Pick<Services, 'secretKey'>,
  { id, sealedSecret, previousSealedSecret, previousUntil }: Webhook,
  at: Date,
): readonly Uint8Array[] {
  const previous = previousUntil !== null && previousUntil > at ? previousSealedSecret : null
  return [sealedSecret, previous]
    .filter((sealed) => sealed !== null)
    .map((sealed) => {
      const secret = openSecret(sealed, of(id), secretKey)
      if (secret === undefined) throw new Error(`the secret of webhook ${id} was sealed with another key`)
      return secret
    })
}
