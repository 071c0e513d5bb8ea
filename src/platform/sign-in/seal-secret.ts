import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { RandomBytes } from './token.ts'

const nonceBytes = 12
const tagBytes = 16

/** What a secret is for and whose it is: both are sealed in, so that it opens nowhere else. */
export type SealedFor = {
  readonly purpose: 'authenticator secrets' | 'webhook secrets' | 'errands to an identity provider'
  readonly owner: string
}

const keyOf = (secretKey: string, { purpose }: SealedFor): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secretKey, '', purpose, 32))

/** Seals a secret with AES-256-GCM and the secret of the service, so that the database alone does not give it away. */
export function sealSecret(
  secret: Uint8Array,
  of: SealedFor,
  { secretKey, randomBytes }: { readonly secretKey: string; readonly randomBytes: RandomBytes },
): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secretKey, of), nonce).setAAD(Buffer.from(of.owner))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** The secret again, or undefined if it was sealed for somebody or something else, with another key, or changed since. */
export function openSecret(sealed: string, of: SealedFor, secretKey: string): Uint8Array | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secretKey, of), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(of.owner)).setAuthTag(bytes.subarray(-tagBytes))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]))
  } catch {
    return undefined
  }
}
