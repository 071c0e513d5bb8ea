/** Base32 as authenticator apps take it: RFC 4648 section 6, without padding. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** @example base32(Buffer.from('foobar')) // => 'MZXW6YTBOI' */
export function base32(bytes: Uint8Array): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((held >>> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text
}

/**
 * The bytes; spaces, hyphens, padding and case do not matter.
 *
 * @throws {RangeError} if another character is in it: secrets are made by us
 * @example new TextDecoder().decode(bytesOfBase32('mzxw 6ytb oi')) // => 'foobar'
 */
export function bytesOfBase32(text: string): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of text.toUpperCase().replaceAll(/[\s=-]/g, '')) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) throw new RangeError('not base32')
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >>> bits) & 255)
    }
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}
