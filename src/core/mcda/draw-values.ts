import { type Distribution, evenNumbers, meanOf, samplerOf } from '../uncertainty/index.ts'
import { blockSize } from './draw-weights.ts'
import type { SmaaCase } from './smaa-case.ts'

/** What an option is worth on a criterion in every sample of a block: one number where it is known. */
export type Cell = number | Float64Array

/** Values of a block, a row for each option and a column for each criterion. */
export type ValueBlock = readonly (readonly Cell[])[]

/** Whether every value is known, so that nothing is to be drawn. */
export const isCertain = ({ values }: SmaaCase): boolean =>
  values.every((row) => row.every((value) => knownValue(value) !== undefined))

/**
 * Draws values a block at a time. A sample has the same values whatever the weights are.
 *
 * @returns fills the same block anew with the samples from a place on
 */
export function valueDrawer({ criteria, values, seed }: SmaaCase): {
  readonly block: ValueBlock
  readonly draw: (from: number) => void
} {
  const draws: ((from: number) => void)[] = []
  const block = values.map((row, option) =>
    row.map((value, criterion): Cell => {
      const known = knownValue(value)
      if (known !== undefined || typeof value === 'number') return known ?? Number.NaN
      const column = new Float64Array(blockSize)
      const stream = evenNumbers(seed, criteria.length + option * criteria.length + criterion)
      const sample = samplerOf(value)
      draws.push((from) => {
        stream(from, column)
        for (let at = 0; at < blockSize; at += 1) column[at] = sample(column[at] ?? 0.5)
      })
      return column
    }),
  )
  const draw = (from: number): void => {
    for (const each of draws) each(from)
  }
  return { block, draw }
}

/** The number that a value is; a distribution of no width is one. */
function knownValue(value: number | Distribution): number | undefined {
  if (typeof value === 'number') return value
  const narrow = 'low' in value && value.low !== undefined && value.low === value.high
  return narrow || (value.kind === 'normal' && value.sd === 0) ? meanOf(value) : undefined
}
