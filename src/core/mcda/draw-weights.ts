import { evenNumbers } from '../uncertainty/index.ts'
import type { SmaaCase } from './smaa-case.ts'

/** Samples that are worked out together, so that what is read and written stays near the processor. */
export const blockSize = 1024

/** The weights of a block of samples: of each criterion in proportion, and what they come to together. */
export type WeightBlock = { readonly columns: readonly Float64Array[]; readonly sums: Float64Array }

/**
 * Draws weights a block at a time: all alike by exponentials, in their order by sorting them, or as given. They are not made
 * to sum to 1: what is first does not depend on it.
 *
 * @returns fills the same block anew with the samples from a place on
 */
export function weightDrawer({ criteria, weights, seed }: SmaaCase): {
  readonly block: WeightBlock
  readonly draw: (from: number) => void
} {
  const columns = criteria.map(() => new Float64Array(blockSize))
  const sums = new Float64Array(blockSize)
  const block = { columns, sums }
  if (weights !== 'free' && 'exact' in weights) {
    columns.forEach((column, place) => {
      column.fill(weights.exact[place] ?? 0)
    })
    sums.fill(weights.exact.reduce((total, weight) => total + weight, 0))
    return { block, draw: () => undefined }
  }
  const streams = criteria.map((_, place) => evenNumbers(seed, place))
  const exponentials = (from: number): void => {
    sums.fill(0)
    columns.forEach((column, place) => {
      streams[place]?.(from, column)
      turnToExponentials(column, sums)
    })
  }
  if (weights === 'free') return { block, draw: exponentials }
  const places = weights.order.map((id) => criteria.indexOf(id))
  const inOrder = (from: number): void => {
    exponentials(from)
    sortEach(columns, places)
  }
  return { block, draw: inOrder }
}

function turnToExponentials(column: Float64Array, sums: Float64Array): void {
  for (let at = 0; at < blockSize; at += 1) {
    const drawn = -Math.log(column[at] ?? 0.5)
    column[at] = drawn
    sums[at] = (sums[at] ?? 0) + drawn
  }
}

/** Puts the weights of each sample in order: the largest to the criterion that comes first. */
function sortEach(columns: readonly Float64Array[], places: readonly number[]): void {
  const one = new Float64Array(columns.length)
  for (let at = 0; at < blockSize; at += 1) {
    columns.forEach((column, place) => {
      one[place] = column[at] ?? 0
    })
    one.sort().reverse()
    places.forEach((place, rank) => {
      const column = columns[place]
      if (column !== undefined) column[at] = one[rank] ?? 0
    })
  }
}
