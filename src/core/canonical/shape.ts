import { isObject } from './json.ts'

/** One thing wrong with a document: where, as a JSON pointer (RFC 6901; '' is the whole), and what, for a person. */
export type ShapeProblem = { readonly at: string; readonly text: string }

/** Says what is wrong with a value; an empty list when nothing is. */
export type Shape = (value: unknown, at: string) => readonly ShapeProblem[]

/** A key that may be left out. */
export type OptionalKey = { readonly optional: Shape }

/** The shape of every key of a type: one that is missing, or optional keys that are not said to be, do not compile. */
export type KeyShapes<Of> = {
  readonly [Key in keyof Of]-?: undefined extends Of[Key] ? OptionalKey : Shape
}

const wrong = (at: string, text: string): readonly ShapeProblem[] => [{ at, text }]

/** The pointer to a member. @example pointer('/a', 'b/c') // => '/a/b~1c' */
export const pointer = (at: string, key: string | number): string =>
  `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Text that is well formed; not blank unless said. */
export const text: Shape = (value, at) => {
  if (typeof value !== 'string') return wrong(at, 'must be text')
  if (!/\S/.test(value)) return wrong(at, 'must not be blank')
  return value.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(value) ? [] : wrong(at, 'must not include control characters')
}

export const flag: Shape = (value, at) => (typeof value === 'boolean' ? [] : wrong(at, 'must be true or false'))

export const number: Shape = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? [] : wrong(at, 'must be a number')

/** A whole number not below `least`. */
export const count =
  (least: number): Shape =>
  (value, at) =>
    Number.isSafeInteger(value) && Number(value) >= least ? [] : wrong(at, `must be a whole number, ${least} or more`)

export const oneOf =
  (...values: readonly string[]): Shape =>
  (value, at) =>
    values.some((one) => one === value) ? [] : wrong(at, `must be one of: ${values.join(', ')}`)

export const list =
  (item: Shape, least = 0): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong(at, 'must be a list')
    if (value.length < least) return wrong(at, `must have at least ${least} in the list`)
    return value.flatMap((one, index) => item(one, pointer(at, index)))
  }

/** An object of any keys, whose values have one shape. */
export const mapOf =
  (item: Shape): Shape =>
  (value, at) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, one]) => item(one, pointer(at, key)))
      : wrong(at, 'must be an object')

export const optional = (shape: Shape): OptionalKey => ({ optional: shape })

/** An object with these keys and no others. */
export const object =
  <Of>(keys: KeyShapes<Of>): Shape =>
  (value, at) => {
    if (!isObject(value)) return wrong(at, 'must be an object')
    const known = Object.entries<Shape | OptionalKey>(keys)
    const unknown = Object.keys(value)
      .filter((key) => !Object.hasOwn(keys, key))
      .flatMap((key) => wrong(pointer(at, key), 'is not known here'))
    const members = known.flatMap(([key, shape]) => {
      if (Object.hasOwn(value, key))
        return (typeof shape === 'function' ? shape : shape.optional)(value[key], pointer(at, key))
      return typeof shape === 'function' ? wrong(pointer(at, key), 'is missing') : []
    })
    return [...unknown, ...members]
  }
