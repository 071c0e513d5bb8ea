/** Coefficients by power, the constant first. */
type Polynomial = readonly number[]

const valueAt = (polynomial: Polynomial, x: number): number =>
  polynomial.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

const derivativeOf = (polynomial: Polynomial): Polynomial =>
  polynomial.slice(1).map((coefficient, index) => coefficient * (index + 1))

/** Divided by its largest coefficient, which keeps derivatives of long ones in range. */
function scaled(polynomial: Polynomial): Polynomial {
  const largest = polynomial.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0)
  return largest === 0 ? [] : polynomial.map((coefficient) => coefficient / largest)
}

function signChanges(polynomial: Polynomial): number {
  const signs = polynomial.filter((coefficient) => coefficient !== 0).map(Math.sign)
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length
}

const steps = 200

/** The root between two points at which the signs differ. */
function bisect(polynomial: Polynomial, from: number, to: number): number {
  const sign = Math.sign(valueAt(polynomial, from))
  let [low, high] = [from, to]
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (Math.sign(valueAt(polynomial, middle)) === sign) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** So near nothing, beside its largest coefficient, that a curve which turns there touches. */
const touching = 1e-13

/** The roots above 0 and up to 1, ascending: between two places where it turns there is one at most. */
function rootsInUnit(given: Polynomial): readonly number[] {
  const polynomial = scaled(given)
  if (polynomial.length < 2 || signChanges(polynomial) === 0) return []
  const turns = signChanges(polynomial) === 1 ? [] : rootsInUnit(derivativeOf(polynomial))
  const roots: number[] = []
  const points = [0, ...turns, 1]
  const at = (x: number): number => {
    const value = valueAt(polynomial, x)
    return Math.abs(value) < touching ? 0 : value
  }
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? 0
    const [left, right] = [at(from), at(to)]
    if (right === 0) roots.push(to)
    else if (left !== 0 && Math.sign(left) !== Math.sign(right)) roots.push(bisect(polynomial, from, to))
  })
  return roots
}

/**
 * Every rate above -1 at which yearly amounts are worth nothing today, ascending. None when all amounts have one sign,
 * several when the signs change more than once: then no one of them is the rate of return.
 *
 * @param pounds index 0 is year 0
 * @example internalRates([-100, 110]) // ≈ [0.1]
 */
export function internalRates(pounds: readonly number[]): readonly number[] {
  const first = pounds.findIndex((amount) => amount !== 0)
  const last = pounds.findLastIndex((amount) => amount !== 0)
  if (first < 0) return []
  const polynomial = pounds.slice(first, last + 1)
  // x = 1 / (1 + rate). Beyond 1 the roots are those, inverted, of the polynomial turned round: numbers stay small.
  const below = rootsInUnit(polynomial)
  const beyond = rootsInUnit(polynomial.toReversed())
    .filter((x) => x < 1)
    .map((x) => 1 / x)
  return [...below, ...beyond].map((x) => 1 / x - 1).sort((one, other) => one - other)
}
