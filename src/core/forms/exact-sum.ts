/** More decimals than people write; sums of finer numbers are added as they are. */
const MOST_DECIMALS = 6

/**
 * Adds decimal numbers without the error of binary fractions, in the order given.
 *
 * @returns the number nearest to the true sum when no addend has more than six decimals and the sum is below 9 × 10⁹
 * @example exactSum([0.1, 0.2]) // => 0.3
 */
export function exactSum(numbers: readonly number[]): number {
  const decimals = Math.max(0, ...numbers.map(decimalsOf))
  const plain = numbers.reduce((total, number) => total + number, 0)
  if (decimals === 0 || decimals > MOST_DECIMALS) return plain
  const scale = 10 ** decimals
  const scaled = numbers.reduce((total, number) => total + Math.round(number * scale), 0)
  return Number.isSafeInteger(scaled) ? scaled / scale : plain
}

/** How many decimals a number is written with. @example decimalsOf(1.25) // => 2 */
export function decimalsOf(number: number): number {
  const text = String(number)
  if (text.includes('e-')) return MOST_DECIMALS + 1
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}
