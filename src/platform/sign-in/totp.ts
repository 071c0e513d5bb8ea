/**
 * Codes from an authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which every app has.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6238, https://www.rfc-editor.org/rfc/rfc4226
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import { base32 } from './base32.ts'

const STEP_MS = 30_000

/** The number of bytes in a new secret: RFC 4226 recommends 160 bits. */
export const TOTP_SECRET_BYTES = 20

/** The number of the 30-second step that an instant is in. @example totpCounter(new Date(59_000)) // => 1 */
export const totpCounter = (at: Date): number => Math.floor(at.getTime() / STEP_MS)

/**
 * The code of one step (RFC 4226 section 5.3).
 *
 * @param digits 6, as apps show; the published test vectors have 8
 */
export function totpCode(secret: Uint8Array, counter: number, digits: 6 | 8 = 6): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(message).digest()
  const offset = mac.readUInt8(mac.length - 1) & 15
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/** What `matchTotp` is asked. `usedCounter`: the counter stored with the last code that was taken, if any was. */
export type TotpAttempt = {
  readonly secret: Uint8Array
  readonly typed: string
  readonly at: Date
  readonly usedCounter?: number | undefined
}

/**
 * The step whose code was typed: the present one, or one before or after, for a clock that is up to 30 seconds off.
 *
 * A code works once. Store the counter that is returned and pass it next time: no step up to it is taken again. The
 * store must do so in one statement that only moves the counter forward, or two requests at once could both pass.
 *
 * @returns the counter to store, or `undefined` if the code is wrong or used
 */
export function matchTotp({ secret, typed, at, usedCounter = -1 }: TotpAttempt): number | undefined {
  const code = typed.replaceAll(/\s/g, '')
  if (!/^[0-9]{6}$/.test(code)) return undefined
  const now = totpCounter(at)
  let matched: number | undefined
  for (const counter of [now - 1, now, now + 1]) {
    if (counter < 0) continue
    const same = timingSafeEqual(Buffer.from(totpCode(secret, counter)), Buffer.from(code))
    if (same && counter > usedCounter) matched ??= counter
  }
  return matched
}

/**
 * The link that enrols an authenticator app on the same device.
 *
 * @param issuer the service's name
 * @param account the person's email address
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function otpauthLink(secret: Uint8Array, issuer: string, account: string): string {
  const plain = (text: string): string => encodeURIComponent(text.replaceAll(':', ' '))
  return `otpauth://totp/${plain(issuer)}:${plain(account)}?secret=${base32(secret)}&issuer=${plain(issuer)}&algorithm=SHA1&digits=6&period=30`
}

/** The secret in groups of four, to type into an app. @example secretInGroups(Buffer.from('foobar')) // => 'MZXW 6YTB OI' */
export const secretInGroups = (secret: Uint8Array): string => base32(secret).replaceAll(/.{4}(?=.)/g, '$& ')
