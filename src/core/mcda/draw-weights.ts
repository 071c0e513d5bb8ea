import { evenPoints } from '../uncertainty/index.ts'
import { stickBreaker } from './break-stick.ts'
import type { SmaaCase } from './smaa-case.ts'

/** Samples that are worked out together, so that what is read and written stays near the processor. */
export const blockSize = 1024

/** The weights of a block of samples, a column for each criterion: of every sample together 1. */
export type WeightBlock = readonly Float64Array[]

export type WeightDrawer = {
  readonly block: WeightBlock
  /** Fills the block anew with the samples from a place on. */
  readonly draw: (from: number) => void
}

/**
 * Draws weights a block at a time: all alike, in the order of the criteria, or as given. A stick that is broken piece by piece,
 * with all ways to break it as likely as one another, has pieces that are spread evenly over all weights that sum to 1.
 */
export function weightDrawer({ criteria, weights, seed }: SmaaCase): WeightDrawer {
  const block = criteria.map(() => new Float64Array(blockSize))
  if (weights !== 'free' && 'exact' in weights) return known(block, weights.exact)
  const pieces = weights === 'free' ? block : weights.order.map((id) => block[criteria.indexOf(id)] ?? nothing)
  const last = pieces.length - 1
  const breaks = pieces
    .slice(0, last)
    .map((piece, place) => ({ piece, stream: evenPoints(seed, place), breakOff: stickBreaker(last - place) }))
  const points = new Int32Array(blockSize)
  const rest = new Float64Array(blockSize)
  const draw = (from: number): void => {
    rest.fill(1)
    for (const { piece, stream, breakOff } of breaks) {
      stream(from, points)
      breakOff(points, rest, piece)
    }
    pieces[last]?.set(rest)
    if (weights !== 'free') putInOrder(pieces)
  }
  return { block, draw }
}

const nothing = new Float64Array(blockSize)

function known(block: WeightBlock, exact: readonly number[]): WeightDrawer {
  const all = exact.reduce((total, weight) => total + weight, 0)
  for (const [place, column] of block.entries()) column.fill((exact[place] ?? 0) / all)
  return { block, draw: () => undefined }
}

/**
 * Makes pieces that are alike into pieces in their order, the largest first: each goes in equal parts to itself and to all
 * before it, which spreads them evenly over all weights in that order.
 */
function putInOrder(pieces: WeightBlock): void {
  for (let place = pieces.length - 1; place >= 0; place -= 1) {
    const [piece, next] = [pieces[place] ?? nothing, pieces[place + 1] ?? nothing]
    for (let at = 0; at < blockSize; at += 1) piece[at] = (piece[at] ?? 0) / (place + 1) + (next[at] ?? 0)
  }
}
