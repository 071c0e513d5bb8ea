import type { Cell } from './draw-values.ts'
import { blockSize } from './draw-weights.ts'

/**
 * The weighted sum of a row for every sample of a block, into `total`. Known values are taken six at a time, so that fewer
 * sums are written.
 *
 * @param weights of each criterion: one for every sample, or the same for all
 */
export function weightedTotal(row: readonly Cell[], weights: readonly Cell[], total: Float64Array): void {
  total.fill(sameForAll(row, weights))
  for (let first = 0; first < row.length; first += 6) addSix(row, weights, first, total)
  row.forEach((value, criterion) => {
    const weight = weights[criterion] ?? 0
    if (typeof value !== 'number') addProduct(value, weight, total)
  })
}

/** What known values come to by weights that are the same for every sample. */
function sameForAll(row: readonly Cell[], weights: readonly Cell[]): number {
  return row.reduce<number>((sum, value, criterion) => {
    const weight = weights[criterion]
    return typeof value === 'number' && typeof weight === 'number' ? sum + value * weight : sum
  }, 0)
}

/** Known values by weights of each sample; all others are added elsewhere. */
function addSix(row: readonly Cell[], weights: readonly Cell[], first: number, total: Float64Array): void {
  const known = (place: number): number => {
    const value = row[first + place]
    return typeof value === 'number' && typeof weights[first + place] !== 'number' ? value : 0
  }
  const column = (place: number): Float64Array => columnOf(weights[first + place])
  const v0 = known(0)
  const v1 = known(1)
  const v2 = known(2)
  const v3 = known(3)
  const v4 = known(4)
  const v5 = known(5)
  if (v0 === 0 && v1 === 0 && v2 === 0 && v3 === 0 && v4 === 0 && v5 === 0) return
  const w0 = column(0)
  const w1 = column(1)
  const w2 = column(2)
  const w3 = column(3)
  const w4 = column(4)
  const w5 = column(5)
  for (let at = 0; at < blockSize; at += 1)
    total[at] =
      (total[at] ?? 0) +
      (w0[at] ?? 0) * v0 +
      (w1[at] ?? 0) * v1 +
      (w2[at] ?? 0) * v2 +
      (w3[at] ?? 0) * v3 +
      (w4[at] ?? 0) * v4 +
      (w5[at] ?? 0) * v5
}

function addProduct(value: Float64Array, weight: Cell, total: Float64Array): void {
  if (typeof weight === 'number') {
    for (let at = 0; at < blockSize; at += 1) total[at] = (total[at] ?? 0) + (value[at] ?? 0) * weight
    return
  }
  for (let at = 0; at < blockSize; at += 1) total[at] = (total[at] ?? 0) + (value[at] ?? 0) * (weight[at] ?? 0)
}

const nothing = new Float64Array(blockSize)

const columnOf = (weight: Cell | undefined): Float64Array =>
  weight === undefined || typeof weight === 'number' ? nothing : weight
