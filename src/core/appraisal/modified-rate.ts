/** Rates a year as fractions above -1: what money costs that is owed, and what money earns that comes in. */
export type ModifiedRates = { readonly finance: number; readonly reinvestment: number }

/**
 * The modified internal rate of return: the one rate at which what is paid, brought to year 0 at what money costs, would grow
 * to what comes in, carried to the last year at what money earns. There is never more than one, where internal rates may be
 * several or none.
 *
 * @param pounds yearly amounts; index 0 is year 0
 * @returns null where nothing is paid, nothing comes in, there is one year only, or the sums are beyond what a number can hold
 * @throws {RangeError} if an amount is not finite, or a rate not above -1: a fault of ours, since people's input was checked
 * @see docs/sources.md#discount-rates
 * @example modifiedRate([-100, 0, 121], { finance: 0.05, reinvestment: 0.05 }) // ≈ 0.1
 */
export function modifiedRate(pounds: readonly number[], { finance, reinvestment }: ModifiedRates): number | null {
  if (!pounds.every(Number.isFinite) || !(finance > -1) || !(reinvestment > -1))
    throw new RangeError('amounts must be finite, and rates above -1')
  const last = pounds.length - 1
  const paid = pounds.reduce((sum, amount, year) => sum + Math.max(0, -amount) / (1 + finance) ** year, 0)
  const got = pounds.reduce((sum, amount, year) => sum + Math.max(0, amount) * (1 + reinvestment) ** (last - year), 0)
  const rate = (got / paid) ** (1 / last) - 1
  return last < 1 || paid === 0 || got === 0 || !Number.isFinite(rate) ? null : rate
}
