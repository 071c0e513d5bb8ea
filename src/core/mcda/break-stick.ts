/** A point is a whole number of so many bits: the first of them say in which cell of a table it is, the others where in it. */
const [pointBits, cellBits] = [31, 11]
const cells = 2 ** cellBits
const withinBits = pointBits - cellBits
const within = 2 ** withinBits

/** Cells at the beginning in which roots are worked out afresh: the curve is steep there. */
const steepCells = 16

/**
 * Breaks a piece off what is left of sticks, which it shares with so many others that all ways to break it are as likely as one
 * another. What stays is a root of a number between 0 and 1, of the degree of how many others there are: all of them lie beyond
 * the break with that chance. Roots are read from a table, between its entries along a straight line, which is right to a
 * hundred-thousandth.
 *
 * @param others 1 or more
 * @returns takes whole numbers from 0 to 2³¹ - 1 and what is left of each stick; fills `piece`, and `rest` with what is left then
 * @see Devroye 1986, Non-uniform random variate generation, chapter V: uniform spacings
 */
export function stickBreaker(others: number): (points: Int32Array, rest: Float64Array, piece: Float64Array) => void {
  const power = 1 / others
  const roots = Float64Array.from({ length: cells + 1 }, (_, at) => (at / cells) ** power)
  return (points, rest, piece) => {
    for (let at = 0; at < points.length; at += 1) {
      const point = points[at] ?? 0
      const cell = point >>> withinBits
      const from = roots[cell] ?? 0
      const share =
        cell < steepCells
          ? ((point + 0.5) / 2 ** pointBits) ** power
          : from + ((roots[cell + 1] ?? 0) - from) * ((point & (within - 1)) / within)
      const whole = rest[at] ?? 0
      const left = whole * share
      piece[at] = whole - left
      rest[at] = left
    }
  }
}
