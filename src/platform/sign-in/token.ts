/** Secrets that a person or a browser carries: opaque tokens and six-digit codes. Only their hashes are stored. */

import { createHmac, hash, timingSafeEqual } from 'node:crypto'

/** Gives so many bytes that nobody can guess: `Services.randomBytes`. */
export type RandomBytes = (count: number) => Uint8Array

const TOKEN_BYTES = 32

/** A token of 256 bits as 43 characters of base64url, for a cookie or a link. */
export const newToken = (randomBytes: RandomBytes): string =>
  Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url')

/** Whether text has the shape of a token, so that a database need not be asked about what cannot be one. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/**
 * What is stored of a token: SHA-256 in hex. A token has 256 bits of chance, so it needs neither salt nor slowness.
 *
 * @example hashToken('abc') // => 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 */
export const hashToken = (token: string): string => hash('sha256', token)

const CODES = 1_000_000
const WORD_LIMIT = Math.floor(2 ** 32 / CODES) * CODES

/** A six-digit code, each of the million as likely as any other: words past the last whole million are drawn again. */
export function newCode(randomBytes: RandomBytes): string {
  for (;;) {
    const word = Buffer.from(randomBytes(4)).readUInt32BE(0)
    if (word < WORD_LIMIT) return String(word % CODES).padStart(6, '0')
  }
}

/** The six digits of what was typed, or '' if it is not six digits; spaces and hyphens do not matter. */
export function readCode(typed: string): string {
  const digits = typed.replaceAll(/[\s\-–]/g, '')
  return /^[0-9]{6}$/.test(digits) ? digits : ''
}

/**
 * What is stored of a code: HMAC-SHA-256 in hex. A plain hash of one of a million codes would be found in a second by
 * whoever has read the database; without the service's secret this one is not.
 *
 * @param context what the code is for (an attempt's id), so that equal codes have different hashes
 */
export const hashCode = (code: string, context: string, secret: string): string =>
  createHmac('sha256', secret).update(`code\0${context}\0${code}`).digest('hex')

/** Whether two texts are equal, in a time that says nothing about where they differ (only their lengths). */
export function sameSecret(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
