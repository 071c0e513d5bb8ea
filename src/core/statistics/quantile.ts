/**
 * The value below which a share of sorted numbers lies, between two of them in proportion (type 7 of Hyndman and Fan).
 *
 * @param sorted ascending, at least one
 * @param share from 0 to 1
 * @example quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (high - low) * (place - below)
}
