/** Names of sizes, the largest first. */
const sizes = [
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
] as const

/**
 * Pounds in three figures, as they stand on the axis of a picture.
 *
 * @example shortPounds(-1_234_567) // => '-£1.23m'
 */
export function shortPounds(pounds: number): string {
  const size = Math.abs(pounds)
  const [unit, name] = sizes.find(([least]) => size >= least * 0.9995) ?? [1, '']
  const sign = pounds < 0 ? '-' : ''
  return `${sign}£${Number((size / unit).toPrecision(3))}${name}`
}
