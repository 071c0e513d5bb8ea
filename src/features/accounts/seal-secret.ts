import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { RandomBytes } from '../../platform/sign-in/token.ts'

const nonceBytes = 12
const tagBytes = 16

const keyOf = (secretKey: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secretKey, '', 'authenticator secrets', 32))

/**
 * Seals a secret with AES-256-GCM, so that the database alone does not give it away.
 *
 * @param owner whose it is: sealed in, so that one person's secret cannot be put in another's row
 */
export function sealSecret(secret: Uint8Array, owner: string, secretKey: string, randomBytes: RandomBytes): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secretKey), nonce).setAAD(Buffer.from(owner))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** The secret again, or undefined if it was sealed for somebody else, with another key, or changed since. */
export function openSecret(sealed: string, owner: string, secretKey: string): Uint8Array | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secretKey), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-tagBytes))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]))
  } catch {
    return undefined
  }
}
