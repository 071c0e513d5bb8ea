import { type McdaCase, weightsOf } from '../weigh.ts'
import { checkNumbers } from './columns.ts'

/** How an option stands against all others by PROMETHEE II. */
export type Flow = {
  /** The weight of the criteria on which it is better, over the mean other option. */
  readonly leaving: number
  /** The weight of those on which another is better. */
  readonly entering: number
  /** The first less the second: from -1 to 1. */
  readonly net: number
}

/** Values nearer than this are level: rounding must not make one better. */
const alike = 1e-9

/**
 * PROMETHEE II with the usual preference: on a criterion an option is better or not, by however little. Scales do not matter
 * therefore, nor do the anchors of value functions.
 *
 * @returns of each option; nothing of all where there is one
 * @throws {RangeError} if a value is not finite or a weight below nothing
 * @see docs/sources.md#mcda
 */
export function promethee({ criteria, values }: McdaCase): readonly Flow[] {
  const weights = weightsOf(criteria)
  checkNumbers(values, weights)
  const others = Math.max(1, values.length - 1)
  const better = (one: readonly number[], other: readonly number[]): number =>
    weights.reduce((sum, weight, at) => sum + ((one[at] ?? 0) > (other[at] ?? 0) + alike ? weight : 0), 0)
  return values.map((own) => {
    const leaving = values.reduce((sum, other) => sum + better(own, other), 0) / others
    const entering = values.reduce((sum, other) => sum + better(other, own), 0) / others
    return { leaving, entering, net: leaving - entering }
  })
}
