/**
 * References that people read out on the telephone and type from paper: `DD-2026-7K3F-W`.
 *
 * The last character checks the year and the four before it. There are 23 characters, a prime, so the weighted sum finds
 * every single wrong character and every two that changed places. None is a vowel, so that no word can arise, and none
 * looks like another: what people type instead (O for 0, I or L for 1, S for 5 …) is read as meant.
 */

const ALPHABET = '0123456789CDFHJKMNPRTWX'
const SIZE = ALPHABET.length
const MEANT: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' }
const CODE_LENGTH = 4
const PREFIX = /^[A-Z]{2,8}$/

/** Σ weight × value modulo 23; the weights 1 to 8 are distinct and none is a multiple of 23. */
function checkOf(characters: string): string {
  const sum = [...characters].reduce((total, character, index) => total + (index + 1) * ALPHABET.indexOf(character), 0)
  return ALPHABET.charAt(sum % SIZE)
}

/** Characters drawn uniformly: bytes from the last, incomplete run of 23 are drawn again. */
function drawCode(randomBytes: (count: number) => Uint8Array): string {
  const limit = 256 - (256 % SIZE)
  let code = ''
  while (code.length < CODE_LENGTH) {
    for (const byte of randomBytes(CODE_LENGTH)) {
      if (byte < limit && code.length < CODE_LENGTH) code += ALPHABET.charAt(byte % SIZE)
    }
  }
  return code
}

/**
 * A new reference. There are 279,841 for a prefix and year: the database's unique constraint finds the repeat, and the
 * caller draws again.
 *
 * @param prefix two to eight capital letters, the fund's
 * @param year of four digits
 * @param randomBytes gives so many random bytes
 * @throws {RangeError} if the prefix or the year is not like that: it was checked when the fund was set up
 * @example makeReference('DD', 2026, () => Uint8Array.of(7, 15, 3, 12)) // => 'DD-2026-7K3F-W'
 */
export function makeReference(prefix: string, year: number, randomBytes: (count: number) => Uint8Array): string {
  if (!PREFIX.test(prefix)) throw new RangeError(`a prefix must be two to eight capital letters, was ${prefix}`)
  if (!(Number.isInteger(year) && year >= 1000 && year <= 9999)) throw new RangeError(`not a year: ${year}`)
  const code = drawCode(randomBytes)
  return `${prefix}-${year}-${code}-${checkOf(`${year}${code}`)}`
}

/**
 * The reference that was meant by what was typed, whatever its case, spaces, hyphens and look-alikes.
 *
 * @returns `undefined` when it is none, or the check character says it was mistyped
 * @example readReference(' dd 2O26 7k3f w ') // => 'DD-2026-7K3F-W'
 * @example readReference('DD-2026-7K3F-4') // => undefined
 */
export function readReference(typed: string): string | undefined {
  const characters = typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '')
  const prefix = characters.slice(0, -(CODE_LENGTH + 5))
  const rest = [...characters.slice(prefix.length)].map((character) => MEANT[character] ?? character).join('')
  const match = /^(\d{4})([0-9A-Z]{4})([0-9A-Z])$/.exec(rest)
  if (match === null || !PREFIX.test(prefix)) return undefined
  const [, year = '', code = '', check = ''] = match
  if (![...code].every((character) => ALPHABET.includes(character)) || checkOf(year + code) !== check) return undefined
  return `${prefix}-${year}-${code}-${check}`
}
