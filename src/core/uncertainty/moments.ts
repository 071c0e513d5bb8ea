import { blockSize } from './draw-shares.ts'

/** Mean and standard deviation, added block by block. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const mean = blockSum(values, (value) => value) / values.length
  const squares = blockSum(values, (value) => (value - mean) ** 2)
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}

function blockSum(values: Float64Array, of: (value: number) => number): number {
  let total = 0
  for (let from = 0; from < values.length; from += blockSize) {
    let sum = 0
    for (const value of values.subarray(from, from + blockSize)) sum += of(value)
    total += sum
  }
  return total
}
