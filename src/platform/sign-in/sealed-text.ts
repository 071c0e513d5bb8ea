import { createHmac } from 'node:crypto'
import { sameSecret } from './token.ts'

const seal = (purpose: string, text: string, secretKey: string): string =>
  createHmac('sha256', secretKey).update(`${purpose}\0${text}`).digest('base64url')

/**
 * A text that only the service can have made, for a link that must work long after it was sent: nothing of it is stored,
 * and it is worked out again whenever it is needed.
 *
 * @param purpose what it is for: one made for another purpose is not taken
 * @param text letters, digits, hyphens and full stops
 */
export const sealedText = (purpose: string, text: string, secretKey: string): string =>
  `${text}.${seal(purpose, text, secretKey)}`

/** The text in what {@link sealedText} made, or undefined when the service did not make it. */
export function readSealed(purpose: string, sealed: string, secretKey: string): string | undefined {
  const [, text, mac] = /^([A-Za-z0-9.-]{1,200})\.([A-Za-z0-9_-]{43})$/.exec(sealed) ?? []
  return text !== undefined && mac !== undefined && sameSecret(mac, seal(purpose, text, secretKey)) ? text : undefined
}
