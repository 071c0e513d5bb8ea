/**
 * Years until yearly amounts together are no longer below nothing, with the last year in proportion.
 *
 * @param pounds index 0 is year 0
 * @returns 0 when they never are below; null when they stay below
 * @example payback([-100, 40, 40, 40]) // => 2.5
 */
export function payback(pounds: readonly number[]): number | null {
  let sum = 0
  for (const [year, amount] of pounds.entries()) {
    const before = sum
    sum += amount
    if (sum >= 0) return year === 0 ? 0 : year - 1 + -before / amount
  }
  return null
}
