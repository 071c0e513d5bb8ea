import { randomFillSync } from 'node:crypto'

/**
 * A version 7 UUID: sorts by the millisecond it was made in, so rows that arrive together lie together in an index.
 *
 * @param now when it is made; whole milliseconds since 1970, before the year 10889
 * @param random at least ten random bytes; six bits of them give way to the version and the variant
 * @returns lower-case text of 36 characters
 * @throws {RangeError} if fewer than ten random bytes are given or the time does not fit in 48 bits
 * @see RFC 9562, section 5.7
 * @example uuidv7(new Date(0), new Uint8Array(10)) // => '00000000-0000-7000-8000-000000000000'
 */
export function uuidv7(now: Date, random: Uint8Array): string {
  const milliseconds = now.getTime()
  if (!(milliseconds >= 0 && milliseconds < 2 ** 48)) throw new RangeError('the time does not fit in a UUID')
  if (random.length < 10) throw new RangeError(`a UUID needs ten random bytes, got ${random.length}`)

  const time = milliseconds.toString(16).padStart(12, '0')
  const chance = Buffer.from(random.subarray(0, 10))
  chance[0] = 0x70 | (chance.readUInt8(0) & 0x0f)
  chance[2] = 0x80 | (chance.readUInt8(2) & 0x3f)
  const hex = chance.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`
}

const bytesEach = 10
const chance = new Uint8Array(bytesEach * 400)
let used = chance.length

/** Drawn for many ids at once: asking the system costs more than the rest of an id. */
function nextChance(): Uint8Array {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  used += bytesEach
  return chance.subarray(used - bytesEach, used)
}

/** The id of a new row: {@link uuidv7} of this moment. */
export function newId(): string {
  return uuidv7(new Date(), nextChance())
}
