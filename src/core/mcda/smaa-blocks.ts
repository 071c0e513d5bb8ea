import { type Distribution, evenNumbers, meanOf, samplerOf } from '../uncertainty/index.ts'
import type { KnownWeights, SmaaCase } from './smaa-case.ts'

/** Samples that are worked out together, so that what is read and written stays near the processor. */
export const blockSize = 1024

/** One block of samples, a number for each in every array. */
export type Block = {
  readonly length: number
  /** Of each criterion, in proportion; together `sums`. What is first does not depend on what they come to. */
  readonly weights: readonly Float64Array[]
  readonly sums: Float64Array
  /** Of each option, by those weights. */
  readonly totals: readonly Float64Array[]
}

/** What an option is worth on a criterion: a number, or a sample of what is not known. */
type Cell =
  | { readonly fixed: number }
  | {
      readonly sample: (share: number) => number
      readonly stream: (from: number, into: Float64Array) => void
    }

/** Works through all samples. The same sample has the same values, whatever the weights are. */
export function forBlocks(given: SmaaCase, weights: KnownWeights, use: (block: Block) => void): void {
  const { criteria, samples } = given
  const drawn = criteria.map(() => new Float64Array(blockSize))
  const sums = new Float64Array(blockSize)
  const draw = weightsOf(given, weights, drawn, sums)
  const rows = cellsOf(given)
  const totals = rows.map(() => new Float64Array(blockSize))
  const share = new Float64Array(blockSize)
  for (let from = 0; from < samples; from += blockSize) {
    draw(from)
    rows.forEach((row, option) => {
      addUp(row, drawn, totals[option] ?? new Float64Array(), { from, share })
    })
    use({ length: Math.min(blockSize, samples - from), weights: drawn, sums, totals })
  }
}

/** Whether nothing is to be drawn: then one sample says it all. */
export const isCertain = ({ values }: SmaaCase, weights: KnownWeights): boolean =>
  weights !== 'free' &&
  'exact' in weights &&
  values.every((row) => row.every((value) => fixedValue(value) !== undefined))

const cellsOf = ({ criteria, values, seed }: SmaaCase): readonly (readonly Cell[])[] =>
  values.map((row, option) =>
    row.map((value, criterion): Cell => {
      const fixed = fixedValue(value)
      if (fixed !== undefined) return { fixed }
      const place = criteria.length + option * criteria.length + criterion
      return { sample: samplerOf(value as Distribution), stream: evenNumbers(seed, place) }
    }),
  )

/** The number that a value is; a distribution of no width is one. */
function fixedValue(value: number | Distribution): number | undefined {
  if (typeof value === 'number') return value
  const narrow = 'low' in value && value.low !== undefined && value.low === value.high
  return narrow || (value.kind === 'normal' && value.sd === 0) ? meanOf(value) : undefined
}

/** The weighted sum of a row for every sample of a block. Fixed values are taken four at a time: fewer sums are written. */
function addUp(
  row: readonly Cell[],
  weights: readonly Float64Array[],
  total: Float64Array,
  { from, share }: { readonly from: number; readonly share: Float64Array },
): void {
  total.fill(0)
  const fixed = row.map((cell) => ('fixed' in cell ? cell.fixed : 0))
  for (let first = 0; first < row.length; first += 4) {
    const column = (place: number): Float64Array => weights[first + place] ?? nothing
    const [w0, w1, w2, w3] = [column(0), column(1), column(2), column(3)]
    const value = (place: number): number => fixed[first + place] ?? 0
    const [v0, v1, v2, v3] = [value(0), value(1), value(2), value(3)]
    for (let at = 0; at < blockSize; at += 1)
      total[at] = (total[at] ?? 0) + (w0[at] ?? 0) * v0 + (w1[at] ?? 0) * v1 + (w2[at] ?? 0) * v2 + (w3[at] ?? 0) * v3
  }
  row.forEach((cell, criterion) => {
    if ('fixed' in cell) return
    const weight = weights[criterion] ?? nothing
    cell.stream(from, share)
    for (let at = 0; at < blockSize; at += 1)
      total[at] = (total[at] ?? 0) + (weight[at] ?? 0) * cell.sample(share[at] ?? 0.5)
  })
}

const nothing = new Float64Array(blockSize)

/** Fills a block with weights: all alike by exponentials, in their order by sorting them, or as given. */
function weightsOf(
  { criteria, seed }: SmaaCase,
  known: KnownWeights,
  into: readonly Float64Array[],
  sums: Float64Array,
): (from: number) => void {
  if (known !== 'free' && 'exact' in known) {
    into.forEach((column, place) => {
      column.fill(known.exact[place] ?? 0)
    })
    sums.fill(known.exact.reduce((total, weight) => total + weight, 0))
    return () => undefined
  }
  const streams = criteria.map((_, place) => evenNumbers(seed, place))
  const exponentials = (from: number): void => {
    sums.fill(0)
    streams.forEach((stream, place) => {
      const column = into[place] ?? nothing
      stream(from, column)
      for (let at = 0; at < blockSize; at += 1) {
        const drawn = -Math.log(column[at] ?? 0.5)
        column[at] = drawn
        sums[at] = (sums[at] ?? 0) + drawn
      }
    })
  }
  if (known === 'free') return exponentials
  const places = known.order.map((id) => criteria.indexOf(id))
  return (from) => {
    exponentials(from)
    sortEach(into, places)
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
