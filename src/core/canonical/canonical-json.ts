import type { Json } from './json.ts'

/** Deeper nesting than this is a fault or an attack, and would exhaust the stack. */
const DEEPEST = 500

/**
 * The one way to write a JSON value, so that equal content has an equal hash: no spaces, keys sorted by UTF-16 code unit.
 *
 * @throws {TypeError} for what JSON cannot hold: not finite numbers, undefined, functions, half of a surrogate pair
 * @throws {RangeError} when nested more than 500 deep
 * @see RFC 8785, JSON Canonicalization Scheme
 * @example canonicalJson({ b: 1, a: [1e3, -0] }) // => '{"a":[1000,0],"b":1}'
 */
export const canonicalJson = (value: Json): string => write(value, 0)

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new RangeError(`JSON nested more than ${DEEPEST} deep`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string') return writeString(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`
  if (typeof value === 'object') return writeObject(value, depth)
  throw new TypeError(`JSON cannot hold ${typeof value}`)
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`)
  return JSON.stringify(value)
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('JSON text cannot hold half of a surrogate pair')
  return JSON.stringify(value)
}

/** The default sort of JavaScript is the order that the standard asks for. */
function writeObject(value: object, depth: number): string {
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`)
  return `{${members.join(',')}}`
}

/** Whether both are the same, whatever the order of their members; nothing is the same as nothing alone. */
export const sameJson = (one: Json | undefined, other: Json | undefined): boolean =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other)
