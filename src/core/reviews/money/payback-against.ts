import { payback } from '../../appraisal/index.ts'

/**
 * Years until what was paid more than business as usual has come back; `never` where it has not by the end, and `nothing` where
 * never more was paid, so that nothing is to come back.
 */
export type Payback = number | 'never' | 'nothing'

/** Below which sums that were added up in another order are the same. */
const halfPenny = 0.005

/**
 * When what an option saves against business as usual has paid for what it cost to change.
 *
 * @param own what the council pays and gets each year, costs below nothing
 * @param usual the same of business as usual
 * @example paybackAgainst([-150, -60, -60], [-100, -100, -100]) // => 1.25
 */
export function paybackAgainst(own: readonly number[], usual: readonly number[]): Payback {
  const saved = own.map((pounds, year) => pounds - (usual[year] ?? 0))
  let sum = 0
  const soFar = saved.map((pounds) => {
    sum += pounds
    return sum
  })
  const first = soFar.findIndex((pounds) => pounds < -halfPenny)
  if (first < 0) return 'nothing'
  if (sum < -halfPenny) return 'never'
  const years = payback([soFar[first] ?? 0, ...saved.slice(first + 1)])
  return years === null ? 'never' : first + years
}
