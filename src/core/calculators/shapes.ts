import { pointer, type Shape } from '../canonical/index.ts'

/** A list with one shape for each of its places. */
export const tuple =
  (...shapes: readonly Shape[]): Shape =>
  (value, at) => {
    if (!Array.isArray(value) || value.length !== shapes.length)
      return [{ at, text: `must be a list of ${shapes.length}` }]
    return shapes.flatMap((shape, index) => shape(value[index], pointer(at, index)))
  }

/** Any whole number: a seed. */
export const wholeNumber: Shape = (value, at) =>
  Number.isSafeInteger(value) ? [] : [{ at, text: 'must be a whole number' }]
