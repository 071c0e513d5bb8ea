import { evenPoints } from '../uncertainty/index.ts'
import type { SmaaCase } from './smaa-case.ts'
import { sortColumns, sortingNetwork } from './sort-columns.ts'

/** Samples that are worked out together, so that what is read and written stays near the processor. */
export const blockSize = 1024

/** The weights of a block of samples, a column for each criterion: of every sample together 1. */
export type WeightBlock = readonly Float64Array[]

export type WeightDrawer = {
  readonly block: WeightBlock
  /** Fills the block anew with the samples from a place on. */
  readonly draw: (from: number) => void
}

/** The whole that is cut into weights: points are whole numbers below it. */
const whole = 2 ** 31

/**
 * Draws weights a block at a time: all alike, in the order of the criteria, or as given. A stick that is cut at random points
 * has pieces that are spread evenly over all weights that sum to 1.
 *
 * @see Devroye 1986, Non-uniform random variate generation, chapter V: uniform spacings
 */
export function weightDrawer({ criteria, weights, seed }: SmaaCase): WeightDrawer {
  const block = criteria.map(() => new Float64Array(blockSize))
  if (weights !== 'free' && 'exact' in weights) return known(block, weights.exact)
  const cuts = criteria.slice(1).map(() => new Int32Array(blockSize))
  const pieces = criteria.map(() => new Int32Array(blockSize))
  const streams = cuts.map((_, place) => evenPoints(seed, place))
  const network = sortingNetwork(cuts.length)
  const byPlace = weights === 'free' ? undefined : weights.order.map((id) => criteria.indexOf(id))
  const ranking = byPlace === undefined ? [] : sortingNetwork(pieces.length)
  const draw = (from: number): void => {
    for (const [place, column] of cuts.entries()) streams[place]?.(from, column)
    sortColumns(cuts, network)
    cutInto(pieces, cuts)
    sortColumns(pieces, ranking)
    for (const [place, column] of block.entries()) {
      const rank = byPlace === undefined ? place : pieces.length - 1 - byPlace.indexOf(place)
      share(pieces[rank] ?? none, column)
    }
  }
  return { block, draw }
}

const none = new Int32Array(blockSize)
const all = new Int32Array(blockSize).fill(whole - 1)

function known(block: WeightBlock, exact: readonly number[]): WeightDrawer {
  const all = exact.reduce((total, weight) => total + weight, 0)
  for (const [place, column] of block.entries()) column.fill((exact[place] ?? 0) / all)
  return { block, draw: () => undefined }
}

/** The lengths between cuts that are in order, and to both ends. */
function cutInto(pieces: readonly Int32Array[], cuts: readonly Int32Array[]): void {
  for (const [place, piece] of pieces.entries()) {
    const before = cuts[place - 1] ?? none
    const after = cuts[place] ?? all
    for (let at = 0; at < blockSize; at += 1) piece[at] = (after[at] ?? 0) - (before[at] ?? 0)
  }
}

function share(piece: Int32Array, column: Float64Array): void {
  for (let at = 0; at < blockSize; at += 1) column[at] = (piece[at] ?? 0) / (whole - 1)
}
