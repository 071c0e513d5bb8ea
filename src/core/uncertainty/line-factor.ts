import type { Distribution } from './distribution.ts'
import { normalQuantile } from './normal-quantile.ts'

/** Ways in which what a line comes to may be spread about what stands in the table. */
export const factorShapes = ['triangular', 'pert', 'uniform', 'lognormal'] as const
export type FactorShape = (typeof factorShapes)[number]

/** The 90th percentile of a normal variable. */
const ninety = normalQuantile(0.9)

/**
 * The factor on a line whose range was given in percent below and above what stands in the table. Triangular, PERT and
 * uniform end there. A lognormal has no end: 80 in a hundred lie between what is as far below as above, in proportion, and
 * the wider side tells how far.
 *
 * @param range both at least 0; `low` at most 100
 * @example lineFactor('triangular', { low: 10, high: 25 }) // => { kind: 'triangular', low: 0.9, mode: 1, high: 1.25 }
 */
export function lineFactor(
  shape: FactorShape,
  { low, high }: { readonly low: number; readonly high: number },
): Distribution {
  const [least, most] = [1 - low / 100, 1 + high / 100]
  switch (shape) {
    case 'uniform':
      return { kind: 'uniform', low: least, high: most }
    case 'lognormal':
      return {
        kind: 'lognormal',
        mu: 0,
        sigma: Math.max(Math.log(most), least > 0 ? -Math.log(least) : Math.log(most)) / ninety,
      }
    default:
      return { kind: shape, low: least, mode: 1, high: most }
  }
}

/**
 * The factor on what is to be expected of a risk: nothing where it does not happen, and where it does as much more as it was
 * unlikely, within the range of what it would cost. Its mean is 1 where the range is as wide below as above.
 *
 * @param chance above 0 and at most 1
 * @param range in percent below and above what it would cost
 * @example riskFactor(0.25, { low: 0, high: 0 }) // => { kind: 'event', chance: 0.25, amount: { kind: 'triangular', low: 4, mode: 4, high: 4 } }
 */
export const riskFactor = (
  chance: number,
  { low, high }: { readonly low: number; readonly high: number },
): Distribution => ({
  kind: 'event',
  chance,
  amount: { kind: 'triangular', low: (1 - low / 100) / chance, mode: 1 / chance, high: (1 + high / 100) / chance },
})
