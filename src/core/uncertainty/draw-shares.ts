import { type Correlation, triangleOf } from './correlation.ts'
import { normalQuantile, normalShare } from './normal-quantile.ts'
import { evenNumbers } from './sobol.ts'

/** Samples that are worked out together. Sums are of blocks, in their order, so that they do not depend on who adds them. */
export const blockSize = 1024

/** Draws a block of shares between 0 and 1 for each of several variables, from a sample on. */
export type ShareDrawer = {
  /** A row for each variable, filled anew by `draw`. */
  readonly block: readonly Float64Array[]
  readonly draw: (from: number, length: number) => void
}

/**
 * Shares of variables that may go together: scrambled Sobol numbers, coupled by a Gaussian copula. A share depends on its
 * sample, its variable and the seed alone, whoever draws it.
 *
 * @returns undefined when the correlations cannot all be
 */
export function shareDrawer(
  ids: readonly string[],
  correlations: readonly Correlation[],
  seed: number,
): ShareDrawer | undefined {
  const triangle = triangleOf(ids, correlations)
  if (triangle === undefined) return undefined
  const streams = ids.map((_, place) => evenNumbers(seed, place))
  const coupled = new Set(correlations.flatMap((pair) => pair.slice(0, 2)))
  const together = ids.flatMap((id, place) => (coupled.has(id) ? [place] : []))
  const block = ids.map(() => new Float64Array(blockSize))
  const normals = ids.map(() => new Float64Array(together.length === 0 ? 0 : blockSize))

  /** Turns the shares of variables that go together into shares that do. */
  function couple(length: number): void {
    for (const place of together) {
      const [into, from] = [normals[place], block[place]]
      if (into === undefined || from === undefined) continue
      for (let at = 0; at < length; at += 1) into[at] = normalQuantile(from[at] ?? 0.5)
    }
    for (const place of together) {
      const [row, into] = [triangle?.[place], block[place]]
      if (row === undefined || into === undefined) continue
      for (let at = 0; at < length; at += 1) {
        let sum = 0
        for (let other = 0; other <= place; other += 1) sum += (row[other] ?? 0) * (normals[other]?.[at] ?? 0)
        into[at] = normalShare(sum)
      }
    }
  }

  return {
    block,
    draw: (from, length) => {
      block.forEach((shares, place) => {
        streams[place]?.(from, shares)
      })
      couple(length)
    },
  }
}
