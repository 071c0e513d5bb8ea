import { number, pointer, type Shape, type ShapeProblem } from '../canonical/index.ts'

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

/** A number within bounds. @param words what it must be */
export const within =
  (least: number, most: number, words: string): Shape =>
  (value, at) => {
    const wrong = number(value, at)
    if (wrong.length > 0) return wrong
    return Number(value) >= least && Number(value) <= most ? [] : [{ at, text: words }]
  }

/** Ids that stand more than once. @param at where the id at a place stands */
export const repeatedIds = (ids: readonly string[], at: (place: number) => string): readonly ShapeProblem[] =>
  ids.flatMap((id, place) => (ids.indexOf(id) === place ? [] : [{ at: at(place), text: `“${id}” stands twice` }]))

/** More samples than these take minutes and tell nothing new. */
const mostSamples = 5_000_000

/** How many samples are drawn. */
export const sampleCount: Shape = (value, at) =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= mostSamples
    ? []
    : [{ at, text: `must be a whole number from 1 to ${mostSamples}` }]
